using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Tests;

/// <summary>
/// Runs analyzers on the files of a user; emitted files are part of the compilation, but analyzing those is what takes time, and the analyzers skip them.
/// </summary>
internal static class AnalyzerRun
{
    /// <summary>What the analyzers report, in the order of the source.</summary>
    /// <exception cref="InvalidOperationException">An analyzer threw: what a build reports as AD0001.</exception>
    public static async Task<ImmutableArray<Diagnostic>> Of(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => thrown.Add(new InvalidOperationException($"{analyzer.GetType().Name} threw", exception)),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        var found = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees.Where(static tree => !EmittedFiles.Contains(tree)))
        {
            var result = await analysis.GetAnalysisResultAsync(compilation.GetSemanticModel(tree), filterSpan: null, cancellationToken);
            found.AddRange(result.GetAllDiagnostics());
        }

        return thrown.Count == 0 ? [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)] : throw thrown[0];
    }
}
