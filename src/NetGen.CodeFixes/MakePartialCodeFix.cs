using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Makes a network class and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DeclarationRules.NotPartial.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (_, node))
        {
            return null;
        }
        // A network inside the reported container needs its own class to be partial too; that is another diagnostic, and Fix all repairs it.
        IEnumerable<TypeDeclarationSyntax> declarations = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        ImmutableArray<Edit> edits = [.. declarations.Select(type => new Edit(document.Id, new TextSpan(type.Keyword.SpanStart, 0), "partial "))];
        return new Repair(edits.Length == 1 ? "Make the class partial" : "Make the class and the types around it partial", edits);
    }
}
