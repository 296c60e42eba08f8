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

/// <summary>Removes a local of Define that nothing uses. An input is the user's to use: what it holds is part of the examples.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveNodeCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DefineRules.NodeUnused.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (owner, node)
            || node is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax local } })
        {
            return null;
        }

        SourceText text = await owner.GetTextAsync(cancellation).ConfigureAwait(false);
        string name = ((VariableDeclaratorSyntax)node).Identifier.ValueText;
        return new Repair($"Remove {name}", [new Edit(owner.Id, Lines(text, local.Span), "")]);
    }

    /// <summary>The lines of a statement that shares them with nothing, else the statement alone.</summary>
    private static TextSpan Lines(SourceText text, TextSpan statement)
    {
        int start = text.Lines.GetLineFromPosition(statement.Start).Start;
        TextLine last = text.Lines.GetLineFromPosition(statement.End);
        bool isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, statement.Start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(statement.End, last.End)));
        return isAlone ? TextSpan.FromBounds(start, last.EndIncludingLineBreak) : statement;
    }
}
