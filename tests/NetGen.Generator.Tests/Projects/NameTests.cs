using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Tests.Projects;

/// <summary>Whatever a user names anything, emitted code means what it says.</summary>
public class NameTests
{
    [Fact]
    public void Names_with_points_and_underscores_share_no_namespace()
    {
        string[] sources =
        [
            "namespace A_ { [Layers(2, 1)] public partial class B; } namespace A { [Layers(2, 1)] public partial class _B; }",
            "namespace A.B { [Layers(2, 1)] public partial class C; } namespace A { [Layers(2, 1)] public partial class B_C; }",
            "[Layers(2, 1)] public partial class A_B_C; namespace A_B { [Layers(2, 1)] public partial class C; [Layers(2, 1)] public partial class _0C; }",
            "namespace A_.B_ { [Layers(2, 1)] public partial class C_; } "
                + "namespace A { public partial class _B { public partial class _C { [Layers(2, 1)] public partial class D; } } }",
            "namespace A._B._C { [Layers(2, 1)] public partial class D_; } namespace A { [Layers(2, 1)] public partial class _B_; }",
            "namespace A__ { [Layers(2, 1)] public partial class B; } namespace A__0 { [Layers(2, 1)] public partial class B; } "
                + "namespace A_0 { [Layers(2, 1)] public partial class _B; }",
            "public partial class O { [Layers(2, 1)] public partial class N; } "
                + "[Layers(2, 1)] public partial class O_N; [Layers(2, 1)] public partial class O_0N;",
            "namespace @if.@class { [Layers(2, 1)] public partial class @new; } namespace if_ { [Layers(2, 1)] public partial class class_new; }",
            "[Layers(2, 1)] public partial class \\u0041b; [Layers(2, 1)] public partial class \u00C4b; [Layers(2, 1)] public partial class aB;",
            "[Layers(2, 1)] public partial class _; [Layers(2, 1)] public partial class _0; [Layers(2, 1)] public partial class _1;",
        ];
        // Each in namespaces of its own.
        var output = new Project([.. sources.Select(static (source, index) => source.Replace('A', (char)('P' + index)))]).Generate();
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken));
        string[] spaces =
        [
            .. Project.EmittedFilesOf(output)
                .Where(static tree => tree.FilePath.EndsWith(".Declaration.g.cs", StringComparison.Ordinal))
                .Select(SpaceOf),
        ];
        Assert.Equal(sources.Sum(static source => source.Split("[Layers").Length - 1), spaces.Length);
        Assert.Equal(spaces.Length, spaces.Distinct().Count());
    }

    [Fact]
    public void A_joined_name_can_be_told_apart_from_any_other()
    {
        // All names of up to six characters out of these, a point never first, last, beside another or before a digit.
        var names = Enumerable.Range(1, 6).SelectMany(static length => Words(length)).Where(IsDotted).ToList();
        Assert.True(names.Count > 1000);
        Assert.Equal(names.Count, names.Select(Identifiers.Join).Distinct().Count());
        Assert.All(names, static name => Assert.True(SyntaxFacts.IsValidIdentifier(Identifiers.Join(name))));
    }

    [Theory]
    [InlineData("[Layers(2, 1)] public sealed partial class TOptimizer;")]
    [InlineData("[Layers(2, 3)] public sealed partial class T;")]
    [InlineData("class var; class dynamic; class nint; class nuint; class _; class @field; class @record; [Layers(2, 3)] public sealed partial class Net;")]
    [InlineData("[Layers(2, 1)] public sealed partial class @var; [Layers(2, 1)] public sealed partial class @nint; "
        + "[Layers(2, 1)] public sealed partial class @record;")]
    [InlineData("public class Base { public class Net; public class Kernels; public class System; public class NetGen; public class Declaration; "
        + "public class var; } [Layers(2, 3)] public sealed partial class Net : Base;")]
    [InlineData("public class Base { protected int x, y, examples, output, optimizer, labels, gradients, reading, threads, step, data, path, stream; } "
        + "[Layers(2, 3)] public partial class Net : Base;")]
    [InlineData("public partial class Outer { public class Net2; public class System; public class NetGen; public class Span; "
        + "[Layers(2, 3)] public partial class Net; }")]
    [InlineData("namespace Mine { namespace System { class Span; } namespace NetGen { class Guard; } namespace Global { } "
        + "[Layers(2, 3)] public partial class Net; }")]
    [InlineData("namespace Mine.System { [Layers(2, 3)] public partial class Net; } "
        + "namespace Mine.NetGen.Emitted { [Layers(2, 3)] public partial class Net; }")]
    [InlineData("[Layers(2, 3)] public partial class Kernels; [Layers(2, 3)] public partial class Vector512; [Layers(2, 3)] public partial class Declaration;")]
    [InlineData("[Layers(2, 3)] public partial class Net { private string nameof(object value) => \"\"; "
        + "private int global, System, NetGen, Kernels, T, TOptimizer; void Span() { } }")]
    [InlineData("[Layers(2, 3)] public partial class Net { enum System { } struct NetGen { } delegate void Emitted(); "
        + "class ReadOnlySpan { } class var { } class Declaration { } }")]
    [InlineData("[Layers(2, 1)] public partial class Net { [Weights(1)] private static readonly float[] @class = [1, 2]; "
        + "[Bias(1)] private float[] @this() => [1]; }")]
    [InlineData("[Layers(2, 1)] public partial class Net { [Weights(1)] private static readonly float[] Net2 = [1, 2]; "
        + "[Bias(1)] private float[] parameters = [1]; }")]
    [InlineData("namespace @namespace.@int { public partial struct @struct { public partial interface @interface { public partial record @record { "
        + "[Layers(2, 3)] public partial class @lock; } } } }")]
    public void A_name_of_the_users_changes_nothing(string source)
    {
        var output = new Project(source) { Symbols = ["DEBUG"] }.Generate();
        Project.IsSilent(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(IsOurs));
    }

    [Theory]
    [InlineData("2, 3, 1")]
    [InlineData("260, 3")]
    [InlineData("3, 9, 70, 9")]
    public void No_simple_name_of_emitted_kernels_can_be_taken(string sizes)
    {
        string declaration = $"namespace Mine {{ [Layers({sizes})] public partial class Net; }}";
        var plain = new Project(declaration).Generate();
        string[] names =
        [
            .. Project.EmittedFilesOf(plain)
                .SelectMany(static tree => tree.GetRoot().DescendantTokens())
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
                .Select(static token => token.ValueText)
                .Where(static name => name is not ("System" or "NetGen" or "Mine" or "Net"))
                .Distinct(),
        ];
        Assert.Contains("Unsafe", names);
        string types = string.Concat(names.Select(
            static name => $"public class @{name} : global::System.Attribute {{ }} public struct @{name}<TA> {{ }} public struct @{name}<TA, TB> {{ }} "));

        // In the namespaces of .NET and of the library a type of the same full name would be another matter: whoever declares that one means it.
        var output = new Project(declaration, $"{types} namespace Mine {{ {types} }}").Generate();
        Project.IsSilent(Project.EmittedFilesOf(output).SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics()));
    }

    /// <summary>Whether emitted code is at fault: an error anywhere, or a warning about it. How users name things may be worth a warning of theirs.</summary>
    private static bool IsOurs(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Location.SourceTree is { } tree && EmittedFiles.Contains(tree));

    private static string SpaceOf(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString();

    private static IEnumerable<string> Words(int length) =>
        length == 0 ? [string.Empty] : Words(length - 1).SelectMany(static word => "_.0a".Select(character => word + character));

    private static bool IsDotted(string name) => name.Split('.').All(SyntaxFacts.IsValidIdentifier);
}
