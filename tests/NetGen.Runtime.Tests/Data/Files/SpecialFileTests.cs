using System.Net.Sockets;

namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>What every writer does with links, pipes, devices, sockets and permissions.</summary>
public class SpecialFileTests
{
    public static TheoryData<string> Kinds => FileWriter.Kinds;

    [Theory]
    [InlineData(0b110_000_000)]
    [InlineData(0b110_100_000)]
    [InlineData(0b111_101_101)]
    [InlineData(0b110_110_110)]
    public void A_replaced_file_keeps_its_permissions(int mode)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        foreach (string kind in FileWriter.Kinds)
        {
            FileWriter.Write(kind, folder[kind], 1);
            Unix.SetMode(folder[kind], (UnixFileMode)mode);
            FileWriter.Write(kind, folder[kind], 2);
            Assert.Equal((UnixFileMode)mode, Unix.Mode(folder[kind]));
            Assert.Equal(2, FileWriter.Read(kind, folder[kind]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_new_file_has_the_permissions_that_this_process_gives_to_new_files(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        folder.Write("b", [1]);
        Assert.Equal(Unix.Mode(folder["b"]), Unix.Mode(folder["a"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_symbolic_link_stays_and_its_target_is_replaced(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["deep/real"]);
        FileWriter.Write(kind, folder["deep/target"], 1);
        File.CreateSymbolicLink(folder["absolute"], folder["deep/target"]);
        File.CreateSymbolicLink(folder["chain"], "absolute");

        // What a link says is relative to the folder that really holds it, not to the link to that folder.
        Directory.CreateSymbolicLink(folder["folder"], "deep/real");
        File.CreateSymbolicLink(folder["deep/real/link"], "../target");
        float value = 1;
        foreach (string link in (string[])["absolute", "chain", "folder/link"])
        {
            FileWriter.Write(kind, folder[link], ++value);
            Assert.Equal(value, FileWriter.Read(kind, folder["deep/target"]));
            Assert.True(Unix.Is('L', folder[link]));
        }

        Assert.Equal(["target"], Directory.GetFiles(folder["deep"]).Select(path => Path.GetFileName(path)));
        Assert.Equal(["absolute", "chain"], folder.FileNames.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_link_to_a_file_that_does_not_exist_creates_it(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["deep"]);
        File.CreateSymbolicLink(folder["link"], "deep/new");
        FileWriter.Write(kind, folder["link"], 3);
        Assert.True(Unix.Is('L', folder["link"]));
        Assert.False(Unix.Is('L', folder["deep/new"]));
        Assert.Equal(3, FileWriter.Read(kind, folder["deep/new"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Links_in_a_circle_are_refused_and_stay(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder["a"], "b");
        File.CreateSymbolicLink(folder["b"], "a");
        string message = Assert.Throws<IOException>(() => FileWriter.Write(kind, folder["a"], 1)).Message;
        Assert.StartsWith($"{folder["a"]} cannot be written: its symbolic links lead in a circle", message, StringComparison.Ordinal);
        Assert.True(Unix.Is('L', folder["a"]) && Unix.Is('L', folder["b"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Other_hard_links_keep_the_old_file(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 1);
        Assert.SkipUnless(Unix.Run("ln", folder["a"], folder["other"]), "There is no program ln.");
        FileWriter.Write(kind, folder["a"], 2);
        Assert.Equal(2, FileWriter.Read(kind, folder["a"]));
        Assert.Equal(1, FileWriter.Read(kind, folder["other"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pipe_is_written_through_and_stays(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        Assert.SkipUnless(Unix.Run("mkfifo", folder["pipe"]), "There is no program mkfifo.");
        File.CreateSymbolicLink(folder["link"], "pipe");
        FileWriter.Write(kind, folder["file"], 5);
        foreach (string name in (string[])["pipe", "link"])
        {
            Task<byte[]> reader = Task.Run(() => File.ReadAllBytes(folder["pipe"]));
            await Task.Run(() => FileWriter.Write(kind, folder[name], 5)).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.Equal(File.ReadAllBytes(folder["file"]), await reader.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
            Assert.True(Unix.Is('p', folder["pipe"]));
        }

        Assert.True(Unix.Is('L', folder["link"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Devices_are_written_through_and_stay(string kind)
    {
        Unix.Require();
        FileWriter.Write(kind, "/dev/null", 1);
        Assert.True(Unix.Is('c', "/dev/null"));
        Assert.SkipUnless(Unix.Is('c', "/dev/full"), "There is no /dev/full.");
        string message = Assert.Throws<IOException>(() => FileWriter.Write(kind, "/dev/full", 1)).Message;
        Assert.Equal("/dev/full cannot be written: no space is left on the disk.", message);
        Assert.True(Unix.Is('c', "/dev/full"));
        Assert.Empty(Directory.GetFiles("/dev", "*.netgen-*"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_open_file_is_appended_to_under_the_name_that_the_system_gives_it(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux names open files in /proc.");
        using TemporaryFolder folder = new();
        FileWriter.Write(kind, folder["a"], 5);
        using FileStream file = new(folder["b"], FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        file.Write([1, 2, 3]);
        FileWriter.Write(kind, $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}", 5);
        file.Position = 0;
        byte[] contents = new byte[file.Length];
        file.ReadExactly(contents);
        Assert.Equal([1, 2, 3, .. File.ReadAllBytes(folder["a"])], contents);
        Assert.Equal(["a", "b"], folder.FileNames.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_socket_is_refused_and_stays(string kind)
    {
        Unix.Require();
        using TemporaryFolder folder = new();
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder["socket"]));
        string message = Assert.Throws<IOException>(() => FileWriter.Write(kind, folder["socket"], 1)).Message;
        Assert.StartsWith($"{folder["socket"]} cannot be written: ", message, StringComparison.Ordinal);
        Assert.True(Unix.Is('S', folder["socket"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_empty_file_is_an_ordinary_file(string kind)
    {
        using TemporaryFolder folder = new();
        folder.Write("a", []);
        using FileStream old = new(folder["a"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        FileWriter.Write(kind, folder["a"], 1);
        Assert.Equal(1, FileWriter.Read(kind, folder["a"]));
        Assert.Equal(0, old.Length);
    }
}
