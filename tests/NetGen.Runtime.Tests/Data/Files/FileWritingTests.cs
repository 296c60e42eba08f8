namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>What every writer does with files that are there, whole or in part.</summary>
public class FileWritingTests
{
    public static TheoryData<string> Kinds => FileWriter.Kinds;

    private static TException Refused<TException>(string kind, string path, string problem)
        where TException : Exception
    {
        TException refused = Assert.Throws<TException>(() => FileWriter.Write(kind, path, 2));
        Assert.StartsWith($"{path} cannot be written: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        return refused;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_is_created_and_replaced_and_nothing_else_is_left(string kind)
    {
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        FileWriter.Write(kind, folder["a"], 2);
        Assert.Equal(2, FileWriter.Read(kind, folder["a"]));
        Assert.Equal(["a"], folder.FileNames);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_reader_that_opened_the_old_file_keeps_it_whole(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        byte[] before = File.ReadAllBytes(folder["a"]);
        using FileStream old = File.OpenRead(folder["a"]);
        FileWriter.Write(kind, folder["a"], 2);
        byte[] read = new byte[before.Length];
        old.ReadExactly(read);
        Assert.Equal(before, read);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_folder_is_refused(string kind)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["sub"]);
        Refused<IOException>(kind, folder["sub"], "it is a folder. Name a file in it.");
        Refused<IOException>(kind, folder["sub"] + Path.DirectorySeparatorChar, "it is a folder");
        Refused<IOException>(kind, folder["new"] + Path.DirectorySeparatorChar, "it is a folder");
        Assert.Empty(Directory.GetFileSystemEntries(folder["sub"]));
        Assert.Empty(folder.FileNames);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_folder_that_does_not_exist_is_named(string kind)
    {
        using TemporaryFolder folder = new();
        Refused<DirectoryNotFoundException>(kind, folder[Path.Combine("missing", "a")], $"there is no folder {folder["missing"]}. Create it first.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_as_the_folder_is_refused(string kind)
    {
        using TemporaryFolder folder = new();
        folder.Write("file", [1]);
        Refused<DirectoryNotFoundException>(kind, folder[Path.Combine("file", "a")], "there is no folder");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_read_only_file_is_refused_and_stays(string kind)
    {
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        File.SetAttributes(folder["a"], FileAttributes.ReadOnly);
        Refused<UnauthorizedAccessException>(kind, folder["a"], "");
        Assert.Equal(1, FileWriter.Read(kind, folder["a"]));
        Assert.Equal(["a"], folder.FileNames);
        File.SetAttributes(folder["a"], FileAttributes.Normal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_full_disk_leaves_the_old_file_and_nothing_else_however_often_it_is_tried(string kind)
    {
        using SmallDisk disk = new();
        FileWriter.Write(kind, disk["a"], 1);
        disk.Fill();
        for (int attempt = 0; attempt < 3; attempt++)
        {
            Refused<IOException>(kind, disk["a"], "no space is left on the disk. The file that was there is unchanged.");
            Refused<IOException>(kind, disk["b"], "no space is left on the disk. No file was created.");
        }

        Assert.Equal(1, FileWriter.Read(kind, disk["a"]));
        Assert.Equal(["a", "filler"], disk.FileNames);
    }

    [Fact]
    public void A_disk_that_fills_up_on_the_way_leaves_the_old_file_and_nothing_else()
    {
        using SmallDisk disk = new();
        NpyFile.Write<double>(disk["a"], [1], 1);
        double[] large = new double[100_000];
        Assert.Contains(
            "no space is left",
            Assert.Throws<IOException>(() => NpyFile.Write<double>(disk["a"], large, large.Length)).Message,
            StringComparison.Ordinal);
        KeyValuePair<string, NdArray>[] arrays = [new("x", NdArray.Create<double>([1], 1)), new("y", NdArray.Create<double>(large, large.Length))];
        Assert.Contains("no space is left", Assert.Throws<IOException>(() => NpzFile.Write(disk["b"], arrays)).Message, StringComparison.Ordinal);
        Assert.Equal(["a"], disk.FileNames);
        Assert.Equal(1, NpyFile.Read(disk["a"]).ToArray<double>()[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_system_that_is_read_only_is_said_to_be_so(string kind)
    {
        using SmallDisk disk = new();
        FileWriter.Write(kind, disk["a"], 1);
        disk.MakeReadOnly();
        Refused<IOException>(kind, disk["a"], "Read-only file system");
        Refused<IOException>(kind, disk["b"], "Read-only file system");
        Assert.Equal(1, FileWriter.Read(kind, disk["a"]));
        Assert.Equal(["a"], disk.FileNames);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_folder_that_may_not_be_written_leaves_the_old_file(string kind)
    {
        Unix.Require();
        Assert.SkipWhen(Unix.IsSuperuser, "The superuser may write every folder.");
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        Unix.SetMode(folder.Prefix, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Refused<UnauthorizedAccessException>(kind, folder["a"], "denied");
            Refused<UnauthorizedAccessException>(kind, folder["b"], "denied");
            Assert.Equal(1, FileWriter.Read(kind, folder["a"]));
        }
        finally
        {
            Unix.SetMode(folder.Prefix, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Writers_of_one_file_do_not_disturb_one_another(string kind)
    {
        using TemporaryFolder folder = new();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (int i = 0; i < 25; i++)
            {
                FileWriter.Write(kind, folder["a"], writer);
            }
        })));
        Assert.InRange(FileWriter.Read(kind, folder["a"]), 0, 3);
        Assert.Equal(["a"], folder.FileNames);
    }

    [Fact]
    public void A_name_of_255_bytes_can_be_written()
    {
        using TemporaryFolder folder = new();
        string name = new string('ä', 125) + "a.npy";
        FileWriter.Write("npy", folder[name], 1);
        FileWriter.Write("npy", folder[name], 2);
        Assert.Equal(2, FileWriter.Read("npy", folder[name]));
        Assert.Equal([name], folder.FileNames);
    }
}
