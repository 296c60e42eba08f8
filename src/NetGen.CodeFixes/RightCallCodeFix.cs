using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers.Mistakes;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Writes the call that was meant, where the diagnostic knows its text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RightCallCodeFix : EditCodeFix
{
    // What the texts name beside the user's own code, and where it is.
    private static readonly ImmutableArray<(string Use, string Type, string Namespace)> Imports =
    [
        ("Array.ConvertAll(", "Array", "System"),
        (".ToArray()", "Enumerable", "System.Linq"),
        (".Select(", "Enumerable", "System.Linq"),
        (".Cast<", "Enumerable", "System.Linq"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        MistakeRules.DatasetArgument.Id, MistakeRules.OptimizerByRef.Id, MistakeRules.Element.Id, MistakeRules.Form.Id,
        MistakeRules.Order.Id, MistakeRules.Awaited.Id, MistakeRules.Factory.Id,
    ];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(Mistake.RightText, out string? right) || right is null || diagnostic.AdditionalLocations is not [var replaced])
        {
            return null;
        }

        SemanticModel? semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (semantics is null || replaced.SourceTree != semantics.SyntaxTree)
        {
            return null;
        }

        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        string imports = string.Concat(Imports
            .Where(import => right.Contains(import.Use) && !IsImported(semantics, replaced.SourceSpan.Start, import.Type, import.Namespace))
            .Select(static import => import.Namespace)
            .Distinct()
            .Select(missing => $"using {missing};{NewLine(text)}"));
        var edit = new Edit(document.Id, replaced.SourceSpan, right);
        if (imports.Length == 0)
        {
            return new Repair(Title(diagnostic.Id), [edit]);
        }

        return new Repair(Title(diagnostic.Id), [new Edit(document.Id, new TextSpan(FirstUsing(semantics.SyntaxTree, cancellation), 0), imports), edit]);
    }

    private static string Title(string id) => id switch
    {
        "NETGEN0210" => "Make a dataset",
        "NETGEN0211" => "Pass the optimizer by ref",
        "NETGEN0212" => "Convert the values",
        "NETGEN0213" => "Pass one list of values",
        "NETGEN0214" => "Put the arguments into order",
        "NETGEN0217" => "Leave out await",
        _ => "Name the element type",
    };

    private static bool IsImported(SemanticModel semantics, int position, string type, string space) =>
        semantics.LookupNamespacesAndTypes(position, name: type).Any(found => found.ContainingNamespace.ToDisplayString() == space);

    private static int FirstUsing(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation) is CompilationUnitSyntax { Usings: [var first, ..] } ? first.SpanStart : 0;

    private static string NewLine(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
