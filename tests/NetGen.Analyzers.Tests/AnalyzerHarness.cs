using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;
using NetGen.Generator.Analyzers.Declaration;
using NetGen.Generator.Analyzers.Mistakes;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>
/// Runs analyzers as a build does: on the compilation that holds what the generator emitted. Sources mark where a diagnostic is expected:
/// <c>Layers([|0|], 1)</c>.
/// </summary>
internal static class AnalyzerHarness
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>The analyzers that report many rules each, from tables.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> OfTables = [new DeclarationAnalyzer(), new MistakeAnalyzer()];

    /// <summary>Asserts that the analyzer reports exactly the marked places, in their order, with these messages.</summary>
    public static Task Reports<TAnalyzer>(string markedSource, params string[] messages)
        where TAnalyzer : DiagnosticAnalyzer, new() => Reports([new TAnalyzer()], static _ => true, markedSource, messages);

    /// <summary>Asserts that a rule is broken at exactly the marked places, in their order, with these messages.</summary>
    public static Task Reports(DiagnosticDescriptor rule, string markedSource, params string[] messages) =>
        Reports(OfTables, diagnostic => diagnostic.Id == rule.Id, markedSource, messages);

    /// <summary>Asserts that the analyzer has nothing to say.</summary>
    public static Task IsSilent<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => Reports<TAnalyzer>(source);

    /// <summary>Asserts that a rule has nothing to say.</summary>
    public static Task IsSilent(DiagnosticDescriptor rule, string source) => Reports(rule, source);

    private static async Task Reports(ImmutableArray<DiagnosticAnalyzer> analyzers, Func<Diagnostic, bool> isMeant, string markedSource, string[] messages)
    {
        (string source, var spans) = Unmark(markedSource);
        var found = await Run(analyzers, source);
        var text = SourceText.From(source);
        Assert.Equal(
            spans.Zip(messages, (span, message) => $"{text.Lines.GetLinePositionSpan(span)} '{text.ToString(span)}': {message}"),
            found.Where(isMeant)
                .Select(diagnostic => $"{diagnostic.Location.GetLineSpan().Span} '{text.ToString(diagnostic.Location.SourceSpan)}': {Message(diagnostic)}"));
        Assert.Equal(messages.Length, spans.Length);
    }

    /// <summary>The diagnostics of some analyzers, in the order of the source; an analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Run(
        ImmutableArray<DiagnosticAnalyzer> analyzers, string source, OptimizationLevel optimization = OptimizationLevel.Release)
    {
        var (compilation, _) = Compile(source, optimization);
        return await AnalyzerRun.Of(compilation, analyzers, TestContext.Current.CancellationToken);
    }

    /// <summary>The compilation of a source with what the generator emitted for it, and the emitted files alone.</summary>
    public static (Compilation Compilation, ImmutableArray<GeneratedSourceResult> Emitted) Compile(
        string source, OptimizationLevel optimization = OptimizationLevel.Release)
    {
        var compilation = UserProject.With([source], optimization);
        var driver = CSharpGeneratorDriver.Create(new NetworkGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var compiled, out _);
        return (compiled, driver.GetRunResult().Results[0].GeneratedSources);
    }

    /// <summary>The message of a diagnostic.</summary>
    public static string Message(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    /// <summary>A source without its marks, and where they were.</summary>
    public static (string Source, ImmutableArray<TextSpan> Spans) Unmark(string markedSource)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        string source = markedSource;
        for (int start = source.IndexOf(Start, StringComparison.Ordinal); start >= 0; start = source.IndexOf(Start, StringComparison.Ordinal))
        {
            source = source.Remove(start, Start.Length);
            int end = source.IndexOf(End, start, StringComparison.Ordinal);
            source = source.Remove(end, End.Length);
            spans.Add(TextSpan.FromBounds(start, end));
        }

        return (source, spans.ToImmutable());
    }
}
