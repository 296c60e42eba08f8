using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Tests;

/// <summary>The snapshots show every helper of the runtime that emitted code can call: a change of how one is called is then a change of a snapshot.</summary>
public sealed class HelperCoverageTests
{
    [Fact]
    public void Every_helper_of_the_runtime_stands_in_a_snapshot()
    {
        var missing = new HashSet<string>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (string network in SnapshotNetworks.Names.Select(static row => row.Data))
        {
            SnapshotNetworks.Emit(network, out Compilation output);
            INamespaceSymbol runtime = output.SourceModule.ReferencedAssemblySymbols
                .Single(static assembly => assembly.Name == "NetGen.Runtime").GlobalNamespace;
            ISymbol[] helpers = [.. Helpers(runtime)];
            Assert.NotEmpty(helpers);
            missing.UnionWith(helpers.Select(Describe));
            named.UnionWith(Named(WithDebugSymbol(output), [.. helpers.Select(static helper => helper.Name)]).Select(Describe));
        }

        missing.ExceptWith(named);
        Assert.True(missing.Count == 0, $"No snapshot names {string.Join(", ", missing.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The public methods and properties of the types that only emitted code is to call, but for those that are called through an interface.</summary>
    private static IEnumerable<ISymbol> Helpers(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Helpers)
            .Concat(space.GetTypeMembers().Where(IsHelper).SelectMany(
                static type => type.GetMembers().Where(member => IsHelperMember(member) && !Implements(type, member))));

    private static bool IsHelper(INamedTypeSymbol type) => type is { DeclaredAccessibility: Accessibility.Public, TypeKind: not TypeKind.Interface }
        && type.ContainingNamespace.ToDisplayString() == "NetGen.CompilerServices";

    /// <summary>Dispose is called by using declarations, without its name.</summary>
    private static bool IsHelperMember(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared && !member.IsOverride && member.Name != "Dispose"
        && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary };

    private static bool Implements(INamedTypeSymbol type, ISymbol member) => type.AllInterfaces
        .SelectMany(static implemented => implemented.GetMembers())
        .Any(required => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(required), member));

    /// <summary>The same sources with DEBUG defined: some helpers are called by Debug builds of the user's project alone.</summary>
    private static Compilation WithDebugSymbol(Compilation output) => output.RemoveAllSyntaxTrees().AddSyntaxTrees(
        output.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(
            tree.GetText(), ((CSharpParseOptions)tree.Options).WithPreprocessorSymbols("DEBUG"), tree.FilePath)));

    /// <summary>The members of the runtime that emitted files name, of those with some names.</summary>
    private static IEnumerable<ISymbol> Named(Compilation output, HashSet<string> names)
    {
        foreach (SyntaxTree tree in output.SyntaxTrees.Where(EmittedFiles.Contains))
        {
            SemanticModel model = output.GetSemanticModel(tree);
            var found = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>();
            foreach (SimpleNameSyntax name in found.Where(name => names.Contains(name.Identifier.ValueText)))
            {
                if (model.GetSymbolInfo(name).Symbol is { ContainingAssembly.Name: "NetGen.Runtime" } symbol)
                {
                    yield return symbol;
                }
            }
        }
    }

    private static string Describe(ISymbol member) => $"{member.ContainingType?.Name}.{member.Name}";
}
