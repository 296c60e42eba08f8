using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.CodeFixes;

/// <summary>
/// A fix that says for each diagnostic which text to replace. The replaced text can stand in another file than the diagnostic, and several diagnostics can ask
/// for the same replacement; both go for one fix and for Fix all alike.
/// </summary>
public abstract class EditCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => EditFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } found || found.Edits.IsEmpty)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    found.Title,
                    cancellation => EditFixAllProvider.ApplyAsync(context.Document.Project.Solution, found.Edits, cancellation),
                    GetType().Name),
                diagnostic);
        }
    }

    /// <summary>What repairs a diagnostic; null when no edit obviously does.</summary>
    internal abstract Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    /// <summary>The node that a location covers, in whichever document of the solution it is; null when it is in none.</summary>
    private protected static async Task<(Document Document, SyntaxNode Node)?> NodeAtAsync(Solution solution, Location location, CancellationToken cancellation)
    {
        if (location.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document)
        {
            return null;
        }

        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null || !root.FullSpan.Contains(location.SourceSpan)
            ? null
            : (document, root.FindNode(location.SourceSpan, getInnermostNodeForTie: true));
    }
}
