using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Removes the dropout of an output. Which other layer would have it is the user's to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveDropoutCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DeclarationRules.DropoutOfOutput.Id, DefineRules.DropoutAtEnd.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (owner, node))
        {
            return null;
        }

        return SpanOf(node) is { } span ? new Repair("Remove the dropout", [new Edit(owner.Id, span, "")]) : null;
    }

    /// <summary>What says the dropout, with what joins it to what stands before: an argument of an attribute, or a call in Define.</summary>
    private static TextSpan? SpanOf(SyntaxNode node)
    {
        if (node is { Parent: MemberAccessExpressionSyntax { Expression: var before, Parent: InvocationExpressionSyntax call } })
        {
            return TextSpan.FromBounds(before.Span.End, call.Span.End);
        }

        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals: not null, Parent: AttributeArgumentListSyntax list } argument)
        {
            return null;
        }

        // The number of the layer stands before it, so that there is a comma to take along.
        int index = list.Arguments.IndexOf(argument);
        return index < 1 ? null : TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End);
    }
}
