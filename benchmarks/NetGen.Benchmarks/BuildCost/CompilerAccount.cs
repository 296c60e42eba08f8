using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>Where the compiler says that its time went, in seconds. Analyzers run on all cores at once, and theirs is the sum over cores.</summary>
/// <param name="Compile">The whole run of the compiler, its start included.</param>
/// <param name="Analyzers">The analyzers of NetGen.</param>
/// <param name="AllAnalyzers">All analyzers, those of .NET included.</param>
/// <param name="Generator">The generator of NetGen.</param>
internal sealed partial record CompilerAccount(double Compile, double Analyzers, double AllAnalyzers, double Generator)
{
    private const string AnalyzersTitle = "Total analyzer execution time";

    private const string GeneratorsTitle = "Total generator execution time";

    /// <summary>The share of NetGen's analyzers in the time of the compiler.</summary>
    public double AnalyzerShare => Analyzers / Compile;

    /// <summary>Reads the account from the detailed log of a build with ReportAnalyzer and a performance summary.</summary>
    /// <exception cref="InvalidOperationException">The log holds no such account.</exception>
    public static CompilerAccount Read(string log)
    {
        if (!CompilerTime().IsMatch(log) || log.IndexOf(AnalyzersTitle, StringComparison.Ordinal) is not (>= 0 and var analyzers))
        {
            throw new InvalidOperationException("The build's log does not say where the compiler's time went.");
        }

        int generators = log.IndexOf(GeneratorsTitle, analyzers, StringComparison.Ordinal);
        string analyzerTable = generators < 0 ? log[analyzers..] : log[analyzers..generators];
        string generatorTable = generators < 0 ? "" : log[generators..];
        return new CompilerAccount(
            Seconds(CompilerTime().Match(log)) / 1000,
            Seconds(Own().Match(analyzerTable)),
            Seconds(Total().Match(analyzerTable)),
            Seconds(Own().Match(generatorTable)));
    }

    private static double Seconds(Match match) => match.Success ? double.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?<time>\d+) ms\s+Csc\s", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CompilerTime();

    [GeneratedRegex(@"execution time: (?<time>[\d.]+) seconds", RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    // The line of an assembly sums up those of its analyzers: "   0.035    3   NetGen.Generator, Version=0.1.0.0, ...",
    // and "  <0.001   <1 ..." when it took no time.
    [GeneratedRegex(@"^\s*<?(?<time>[\d.]+)\s+<?\d+\s+NetGen\.Generator, Version=", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();
}
