using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Makes Define return a node.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReturnNodeCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DefineRules.DefineReturnsNoNode.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (owner, node)
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || await owner.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
        {
            return null;
        }

        bool isImported = semantics.LookupNamespacesAndTypes(method.SpanStart, name: "Node")
            .Any(static found => found.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true });
        return new Repair("Return Node", [new Edit(owner.Id, method.ReturnType.Span, isImported ? "Node" : "NetGen.Node")]);
    }
}
