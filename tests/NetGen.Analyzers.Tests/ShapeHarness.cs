using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>
/// Runs every analyzer of the project on a source, so that a case also shows that no second rule speaks of the same mistake. Expected diagnostics are marked
/// <c>[|...|]</c> in the source and given as "0101: message".
/// </summary>
internal static class ShapeHarness
{
    /// <summary>Networks that cases use: 4 inputs and 1 output, the course's cat classifier, a chain of two, and a classifier with classes.</summary>
    private const string Networks = """
        [Layers(4, 3, 1)] public sealed partial class Net;
        [Layers(12288, 20, 7, 5, 1)] public sealed partial class CatNet;
        [Layers(6, 5, Output = Activation.Linear)] public sealed partial class Encoder;
        [Layers(4, 6, Output = Activation.Linear)] public sealed partial class Decoder;
        [Layers(4, 3)] public sealed partial class Iris;
        [Layers(4, 2, 1, Element = ElementType.Double)] public sealed partial class DoubleNet;
        """;

    /// <summary>All analyzers of the project.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Asserts what is reported for statements of a method that has one of each network.</summary>
    public static Task Statements(string markedStatements, params string[] expected) => Reports(Wrap(markedStatements), expected);

    /// <summary>Asserts what is reported for members of a class beside the networks.</summary>
    public static Task Members(string markedMembers, params string[] expected) => Reports(WrapMembers(markedMembers), expected);

    /// <summary>Asserts what is reported for statements that the compiler refuses.</summary>
    public static Task RefusedStatements(string markedStatements, params string[] expected) => Reports(Wrap(markedStatements), isRefused: true, expected);

    /// <summary>Asserts what is reported for a file that the compiler accepts.</summary>
    public static Task Reports(string markedSource, params string[] expected) => Reports(markedSource, isRefused: false, expected);

    /// <summary>Asserts what is reported for a file, and whether the compiler refuses it.</summary>
    public static async Task Reports(string markedSource, bool isRefused, params string[] expected)
    {
        (string source, var spans) = AnalyzerHarness.Unmark(markedSource);
        var compilation = Compile(source);
        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(isRefused == errors.Length > 0, string.Join("\n", errors.Select(AnalyzerHarness.Message)));
        var found = await Run(compilation);
        var text = SourceText.From(source);
        string wanted = string.Join("\n", Enumerable.Range(0, Math.Max(spans.Length, expected.Length)).Select(Expected));
        string reported = string.Join("\n", found.Select(Found));
        Assert.True(wanted == reported, $"Expected:\n{wanted}\nReported:\n{reported}");

        string Expected(int index) =>
            $"{(index < expected.Length ? "NETGEN" + expected[index] : "nothing")} at {(index < spans.Length ? Place(spans[index]) : "nowhere")}";
        string Found(Diagnostic diagnostic) => $"{AnalyzerHarness.Message(diagnostic)} at {Place(diagnostic.Location.SourceSpan)}";
        string Place(TextSpan span) => $"{text.Lines.GetLinePosition(span.Start)} '{text.ToString(span)}'";
    }

    /// <summary>A file with the statements in a method that has one of each network.</summary>
    public static string Wrap(string statements) => WrapMembers($$"""
        public void Run(Net net, CatNet cat, Encoder encoder, Decoder decoder, Iris iris, DoubleNet precise, int count, bool flag)
        {
            {{statements}}
        }
        """);

    /// <summary>A file with the members in a class beside the networks.</summary>
    public static string WrapMembers(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using NetGen;
        {{Networks}}
        public partial class Case
        {
            {{members}}
        }
        """;

    /// <summary>The compilation of a source with the surfaces of its networks.</summary>
    public static Compilation Compile(string source)
    {
        Compilation compilation = UserProject.With([source]);
        if (compilation.SyntaxTrees.First().GetRoot().ChildNodes().Any(static node => node is GlobalStatementSyntax))
        {
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        }

        return StandIn.Complete(compilation);
    }

    /// <summary>What all analyzers report, in the order of the source; one that throws fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> Run(Compilation compilation) =>
        AnalyzerRun.Of(compilation, Analyzers, TestContext.Current.CancellationToken);
}
