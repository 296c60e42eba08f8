using System.Diagnostics;
using System.Text.RegularExpressions;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>
/// The sample that never builds: the build says exactly what its comments say, of the line below each, and the compiler's own errors about two of the calls do
/// not keep it from saying so.
/// </summary>
public sealed partial class ShapeErrorsSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "ShapeErrors");

    [Fact]
    public async Task The_build_refuses_each_mistake_with_the_message_above_it()
    {
        var expected = Directory.EnumerateFiles(Folder, "*.cs").SelectMany(Announced).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(12, expected.Length);
        string output = await Build();
        var reported = Reported().Matches(output)
            .Select(static match => $"{match.Groups["file"].Value}({match.Groups["line"].Value}): {match.Groups["message"].Value.TrimEnd('\r')}");
        Assert.Equal(expected, reported.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"(?<file>\w+\.cs)\((?<line>\d+),\d+\): (?<message>(error|warning) NETGEN\w+: .*?)( \(https://\S+\))?( \[[^\[\]]*\])?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Reported();

    private static IEnumerable<string> Announced(string file)
    {
        string[] lines = File.ReadAllLines(file);
        for (int index = 0; index < lines.Length; index++)
        {
            string comment = lines[index].Trim();
            if (!comment.StartsWith("// error ", StringComparison.Ordinal))
            {
                continue;
            }
            int code = index + 1;
            // A message too long for a line goes on in the comment's next one.
            for (; lines[code].TrimStart().StartsWith("// ", StringComparison.Ordinal); code++)
            {
                comment += lines[code].TrimStart()[2..];
            }
            // An attribute on a line of its own stands between the comment and the code.
            code += lines[code].EndsWith(']') ? 1 : 0;
            yield return $"{Path.GetFileName(file)}({code + 1}): {comment[3..]}";
        }
    }

    private static async Task<string> Build()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            ArgumentList = { "build", "-c", configuration, "-nologo", "-nodeReuse:false", "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false" },
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var build = Process.Start(start)!;
        string output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.Equal(1, build.ExitCode);
        return output;
    }
}
