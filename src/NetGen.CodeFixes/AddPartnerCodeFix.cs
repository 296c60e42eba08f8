using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers.Parameters;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Adds the bias that belongs to declared weights, or the weights that belong to a declared bias, in the right size.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddPartnerCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ParameterRules.MissingPartner.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (_, node))
        {
            return null;
        }

        SemanticModel? semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } member
            || semantics?.GetDeclaredSymbol(type, cancellation) is not INamedTypeSymbol network)
        {
            return null;
        }

        diagnostic.Properties.TryGetValue(MissingPartnerAnalyzer.Missing, out string? missing);
        diagnostic.Properties.TryGetValue(MissingPartnerAnalyzer.Layer, out string? layer);
        diagnostic.Properties.TryGetValue(MissingPartnerAnalyzer.Element, out string? element);
        diagnostic.Properties.TryGetValue(ShapeReport.Length, out string? length);
        diagnostic.Properties.TryGetValue(ShapeReport.Rows, out string? rows);
        diagnostic.Properties.TryGetValue(ShapeReport.Columns, out string? columns);

        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        string name = FreeName(network, Identifier(diagnostic, text) + missing);
        string declaration = missing == "Weights"
            ? $"{element}[,] {name} = new {element}[{rows}, {columns}];"
            : $"{element}[] {name} = new {element}[{length}];";
        string addition = $"[{Qualifier(semantics, member.SpanStart)}{missing}({Quoted(layer)})] private static readonly {declaration}";
        TextLine line = text.Lines.GetLineFromPosition(member.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, member.SpanStart));
        if (indentation.Trim().Length > 0)
        {
            indentation = " ";
        }
        else
        {
            indentation = NewLine(text) + indentation;
        }

        string title = missing == "Weights" ? $"Add the weights of layer {layer}, {rows}x{columns}" : $"Add the bias of layer {layer}, {length} values";
        return new Repair(title, [new Edit(document.Id, new TextSpan(member.Span.End, 0), indentation + addition)]);
    }

    /// <summary>How a mark names a layer: by its number, or by its name in quotes.</summary>
    private static string? Quoted(string? layer) => int.TryParse(layer, out _) ? layer : $"\"{layer}\"";

    private static string Identifier(Diagnostic diagnostic, SourceText text) => text.ToString(diagnostic.Location.SourceSpan).TrimStart('@');

    private static string NewLine(SourceText text)
    {
        TextLine first = text.Lines[0];
        return text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }

    /// <summary>What must stand before the attribute's name where the namespace is not imported.</summary>
    private static string Qualifier(SemanticModel semantics, int position)
    {
        foreach (ISymbol found in semantics.LookupNamespacesAndTypes(position, name: "WeightsAttribute"))
        {
            if (found.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true })
            {
                return "";
            }
        }

        return "NetGen.";
    }

    private static string FreeName(INamedTypeSymbol type, string wanted)
    {
        string name = wanted;
        for (int number = 2; !type.GetMembers(name).IsEmpty; number++)
        {
            name = wanted + SizeText.Number(number);
        }

        return name;
    }
}
