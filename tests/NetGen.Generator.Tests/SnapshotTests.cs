using System.Collections.Immutable;

namespace NetGen.Generator.Tests;

/// <summary>The snapshot helper itself: it follows the conventions of Verify.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("netgen-snapshots-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void A_missing_snapshot_fails_and_leaves_what_was_received()
    {
        Assert.Equal("Case#Net.g.verified.cs is missing; what was emitted is in Case#Net.g.received.cs\n", Compare("class Net;\n"));
        Assert.Equal("//HintName: Net.g.cs\nclass Net;\n", Read("Case#Net.g.received.cs"));
    }

    [Fact]
    public void An_accepted_snapshot_matches_from_then_on()
    {
        Assert.Empty(Compare("class Net;\n", accept: true));
        Assert.Empty(Compare("class Net;\n"));
        Assert.Equal(["Case#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void A_difference_is_shown_with_its_surroundings()
    {
        Compare("1\n2\n3\n4\n5\n6\n7\n8\n9\n", accept: true);
        Assert.Equal(
            """
            Case#Net.g.verified.cs differs from what was emitted, Case#Net.g.received.cs:
              2
              3
              4
            - 5
            + five
            + and a half
              6
              7
              8

            """,
            Compare("1\n2\n3\n4\nfive\nand a half\n6\n7\n8\n9\n"));
        Assert.Equal("//HintName: Net.g.cs\n1\n2\n3\n4\nfive\nand a half\n6\n7\n8\n9\n", Read("Case#Net.g.received.cs"));
    }

    [Fact]
    public void A_match_removes_what_was_received_before()
    {
        Compare("old\n", accept: true);
        Compare("new\n");
        Assert.Empty(Compare("old\n"));
        Assert.Equal(["Case#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void A_snapshot_of_a_file_that_is_no_longer_emitted_fails_and_goes_when_accepted()
    {
        Compare("old\n", accept: true);
        Assert.Equal("Case#Net.g.verified.cs was not emitted\n", Snapshot.Compare(directory, "Case", [], accept: false));
        Assert.Empty(Snapshot.Compare(directory, "Case", [], accept: true));
        Assert.Empty(Files());
    }

    private string Compare(string text, bool accept = false) =>
        Snapshot.Compare(directory, "Case", [("Net.g.cs", text)], accept).ReplaceLineEndings("\n");

    private string Read(string file) => File.ReadAllText(Path.Combine(directory, file));

    private ImmutableArray<string> Files() => [.. Directory.GetFiles(directory).Select(static path => Path.GetFileName(path))];
}
