using System.Diagnostics;

namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>What a process that is killed leaves behind, and who removes it.</summary>
public class InterruptedWriteTests
{
    private const string PathVariable = "NETGEN_TESTS_INTERRUPTED_PATH";
    private const string Trait = "Interrupted";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What a child process does until it is killed.</summary>
    [Fact]
    [Trait(Trait, "Child")]
    public void A_child_process_never_finishes_a_file()
    {
        string? path = Environment.GetEnvironmentVariable(PathVariable);
        Assert.SkipWhen(path is null, "This is for the child process of the other test.");
        NpzFile.Write(path!, Endless());
        Assert.Fail("An archive without an end was finished.");
    }

    private static IEnumerable<KeyValuePair<string, NdArray>> Endless()
    {
        yield return new("x", NdArray.Create<int>([2], 1));
        Thread.Sleep(Timeout.Infinite);
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_the_old_file_whole_and_the_next_write_removes_what_it_left()
    {
        using TemporaryFolder folder = new();
        NpzFile.Write(folder["a.npz"], [new("x", NdArray.Create<int>([1], 1))]);
        ProcessStartInfo start = new("dotnet", ["exec", typeof(InterruptedWriteTests).Assembly.Location, "-trait", $"{Trait}=Child", "-noAutoReporters"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[PathVariable] = folder["a.npz"];
        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            for (Stopwatch waited = Stopwatch.StartNew(); folder.FileNames.Length < 2 || Left(folder).Length == 0;)
            {
                Assert.False(child.HasExited, "The child process has ended.");
                Assert.True(waited.Elapsed < Patience, "The child process writes nothing.");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            // As long as it lives, its file is nobody else's.
            Age(Left(folder));
            NpzFile.Write(folder["a.npz"], [new("x", NdArray.Create<int>([1], 1))]);
            Assert.Equal(2, folder.FileNames.Length);
        }
        finally
        {
            child.Kill();
        }

        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        Assert.Equal([1], NpzFile.Read(folder["a.npz"])["x"].ToArray<int>());
        Assert.Matches(@"^a\.npz\.netgen-[0-9a-f]{16}\.tmp$", Left(folder).Name);

        // It may have written after its file was made old above, and a young file may be on its way.
        Age(Left(folder));

        NpzFile.Write(folder["a.npz"], [new("x", NdArray.Create<int>([3], 1))]);
        Assert.Equal(["a.npz"], folder.FileNames);
        Assert.Equal([3], NpzFile.Read(folder["a.npz"])["x"].ToArray<int>());
    }

    [Fact]
    public void Only_what_was_left_of_the_same_file_is_removed()
    {
        using TemporaryFolder folder = new();
        const string Abandoned = "a.npy.netgen-0123456789abcdef.tmp";
        string[] others =
        [
            "a.npy.netgen-0123456789abcde.tmp", "a.npy.netgen-0123456789abcdeX.tmp", "a.npy.netgen-mine.tmp",
            "b.npy.netgen-0123456789abcdef.tmp", "a.npy.tmp",
        ];
        foreach (string name in (string[])[Abandoned, .. others])
        {
            folder.Write(name, [1]);
            File.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow.AddDays(-1));
        }

        folder.Write("a.npy.netgen-ffffffffffffffff.tmp", [1]);
        NpyFile.Write<int>(folder["a.npy"], [1], 1);
        Assert.Equal([.. others.Append("a.npy").Append("a.npy.netgen-ffffffffffffffff.tmp").Order()], folder.FileNames.Order());
    }

    private static void Age(FileInfo file) => File.SetLastWriteTimeUtc(file.FullName, DateTime.UtcNow.AddHours(-1));

    private static FileInfo Left(TemporaryFolder folder) => new DirectoryInfo(folder.Prefix).GetFiles("*.tmp").Single();
}
