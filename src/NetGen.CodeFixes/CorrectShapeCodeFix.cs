using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Corrects a stated shape: to that of the layer, or to that of the value with which the member is initialized.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CorrectShapeCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ParameterRules.WeightsSize.Id, ParameterRules.BiasSize.Id, CallRules.Marked.Id];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await NodeAtAsync(document.Project.Solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (_, node))
        {
            return null;
        }

        bool isOfValue = diagnostic.Id == CallRules.Marked.Id;
        AttributeSyntax? attribute = isOfValue ? Stating(node) : node as AttributeSyntax;
        string prefix = isOfValue ? ShapeReport.ActualPrefix : "";
        if (attribute?.ArgumentList is not { } arguments || Sizes(diagnostic, prefix) is not { } sizes)
        {
            return null;
        }

        return new Repair($"State the shape {(isOfValue ? "of the value" : "of the layer")}, {sizes}", [new Edit(document.Id, arguments.Span, $"({sizes})")]);
    }

    /// <summary>The attribute that states the shape of the member whose initializer a value is in.</summary>
    private static AttributeSyntax? Stating(SyntaxNode value)
    {
        EqualsValueClauseSyntax? initializer = value.FirstAncestorOrSelf<EqualsValueClauseSyntax>();
        if (initializer?.Value != value
            || initializer.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || member is not (FieldDeclarationSyntax or PropertyDeclarationSyntax))
        {
            return null;
        }

        return member.AttributeLists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(static attribute => NameOf(attribute) is "Shape" or "ShapeAttribute");
    }

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static string? Sizes(Diagnostic diagnostic, string prefix)
    {
        diagnostic.Properties.TryGetValue(prefix + ShapeReport.Rows, out string? rows);
        diagnostic.Properties.TryGetValue(prefix + ShapeReport.Columns, out string? columns);
        diagnostic.Properties.TryGetValue(prefix + ShapeReport.Length, out string? length);
        return rows is not null && columns is not null ? $"{rows}, {columns}" : length;
    }
}
