using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>Repairs all diagnostics of a document, a project or a solution at once.</summary>
internal sealed class EditFixAllProvider : FixAllProvider
{
    /// <summary>The provider; it holds nothing.</summary>
    public static EditFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var fix = (EditCodeFix)fixAllContext.CodeFixProvider;
        var edits = new List<Edit>();
        foreach (Document document in Documents(fixAllContext))
        {
            foreach (Diagnostic diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (await fix.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } repair)
                {
                    edits.AddRange(repair.Edits);
                }
            }
        }

        return CodeAction.Create("Fix all", cancellation => ApplyAsync(fixAllContext.Solution, edits, cancellation), fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>Makes edits. Of several that touch the same text the first counts: they are the same one, or the next build asks again.</summary>
    internal static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        foreach (IGrouping<DocumentId, Edit> ofDocument in edits.GroupBy(static edit => edit.Document))
        {
            if (solution.GetDocument(ofDocument.Key) is not { } document)
            {
                continue;
            }

            var changes = new List<TextChange>();
            foreach (Edit edit in ofDocument.Distinct().OrderBy(static edit => edit.Span.Start))
            {
                if (changes.Count == 0
                    || edit.Span.Start >= changes[changes.Count - 1].Span.End + (edit.Span.IsEmpty && changes[changes.Count - 1].Span.IsEmpty ? 1 : 0))
                {
                    changes.Add(new TextChange(edit.Span, edit.Text));
                }
            }

            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(ofDocument.Key, text.WithChanges(changes));
        }

        return solution;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Solution => context.Solution.Projects.SelectMany(static project => project.Documents),
        FixAllScope.Project => context.Project.Documents,
        _ => context.Document is { } document ? [document] : [],
    };
}
