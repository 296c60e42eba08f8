using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Tests;

namespace NetGen.Generator.Tests;

/// <summary>
/// Compares emitted files with those kept in the folder Snapshots, by the conventions of Verify: <c>Network#HintName.verified.cs</c> is the file as it must be,
/// a <c>.received.cs</c> is written where it is not. Run the tests with NETGEN_ACCEPT_SNAPSHOTS=1 to take what is emitted as what must be.
/// </summary>
internal static class Snapshot
{
    private const string AcceptVariable = "NETGEN_ACCEPT_SNAPSHOTS";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "NetGen.Generator.Tests", "Snapshots");

    /// <summary>Fails unless the emitted files are those kept under the name of a network, no more and no fewer.</summary>
    public static void Verify(GeneratorRunResult result, string network)
    {
        bool accept = Environment.GetEnvironmentVariable(AcceptVariable) == "1";
        string differences = Compare(Folder, network, [.. GeneratorHarness.FilesOfNetworks(result).Select(Describe)], accept);
        if (differences.Length > 0)
        {
            Assert.Fail($"{differences}{Environment.NewLine}Run with {AcceptVariable}=1 to accept.");
        }
    }

    /// <summary>Compares emitted files with those kept in a directory; what differs, as text, or nothing.</summary>
    /// <param name="directory">Where the verified files are.</param>
    /// <param name="network">The name under which they are kept.</param>
    /// <param name="files">The emitted files.</param>
    /// <param name="accept">Whether to keep the emitted files as the verified ones.</param>
    public static string Compare(string directory, string network, ImmutableArray<(string HintName, string Text)> files, bool accept)
    {
        var differences = new StringBuilder();
        var dangling = Directory.GetFiles(directory, $"{network}#*.verified.cs").ToHashSet(StringComparer.Ordinal);
        foreach (var (hintName, text) in files)
        {
            string path = Path.Combine(directory, $"{network}#{Path.GetFileNameWithoutExtension(hintName)}");
            string verified = $"{path}.verified.cs";
            string received = $"{path}.received.cs";
            string actual = $"//HintName: {hintName}\n{Normalize(text)}";
            dangling.Remove(verified);
            File.Delete(received);
            if (accept)
            {
                File.WriteAllText(verified, actual);
            }
            else if (!File.Exists(verified))
            {
                File.WriteAllText(received, actual);
                differences.AppendLine($"{Path.GetFileName(verified)} is missing; what was emitted is in {Path.GetFileName(received)}");
            }
            else if (Normalize(File.ReadAllText(verified)) is var expected && expected != actual)
            {
                File.WriteAllText(received, actual);
                differences.AppendLine($"{Path.GetFileName(verified)} differs from what was emitted, {Path.GetFileName(received)}:")
                    .Append(Difference(expected, actual));
            }
        }

        foreach (string path in dangling)
        {
            if (accept)
            {
                File.Delete(path);
            }
            else
            {
                differences.AppendLine($"{Path.GetFileName(path)} was not emitted");
            }
        }

        return differences.ToString();
    }

    /// <summary>The lines around the first difference: three of context, then those expected, with a minus, and those received, with a plus.</summary>
    private static string Difference(string expected, string actual)
    {
        const int Context = 3;
        const int Shown = 10;
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int first = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        int last = before.Reverse().Zip(after.Reverse()).TakeWhile(static pair => pair.First == pair.Second).Count();
        last = Math.Min(last, Math.Min(before.Length, after.Length) - first);
        var text = new StringBuilder();
        int start = Math.Max(0, first - Context);
        Append("  ", before[start..first], first - start);
        Append("- ", before[first..^last], Shown);
        Append("+ ", after[first..^last], Shown);
        Append("  ", before[^last..], Context);
        return text.ToString();

        void Append(string mark, string[] lines, int most)
        {
            foreach (string line in lines.Take(most))
            {
                text.Append(mark).AppendLine(line);
            }

            if (lines.Length > most && mark != "  ")
            {
                text.Append(mark).AppendLine($"({lines.Length - most} more lines)");
            }
        }
    }

    private static (string HintName, string Text) Describe(GeneratedSourceResult file) => (file.HintName, file.SourceText.ToString());

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
