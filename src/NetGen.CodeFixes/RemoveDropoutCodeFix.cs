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
    public override ImmutableArray<string> FixableDiagnosticIds => [DeclarationRules.DropoutOfOutput.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (owner, node)
            || node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals: not null, Parent: AttributeArgumentListSyntax list } argument)
        {
            return null;
        }

        // The number of the layer stands before it, so that there is a comma to take along.
        int index = list.Arguments.IndexOf(argument);
        return index < 1
            ? null
            : new Repair("Remove the dropout", [new Edit(owner.Id, TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End), "")]);
    }
}
