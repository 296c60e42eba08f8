using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.CodeFixes;

/// <summary>Corrects the sizes where an array is created without values. Listed values are the user's to complete.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CorrectSizeCodeFix : EditCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        ParameterRules.WeightsSize.Id, ParameterRules.BiasSize.Id,
        CallRules.Inputs.Id, CallRules.ExampleCount.Id, CallRules.Destination.Id, CallRules.Parameters.Id,
        CallRules.Marked.Id,
    ];

    internal override async Task<Repair?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Location creation = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        if (await NodeAtAsync(document.Project.Solution, creation, cancellation).ConfigureAwait(false) is not var (owner, node))
        {
            return null;
        }

        SemanticModel? semantics = await owner.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (semantics is null || Sizes(node) is not { } sizes)
        {
            return null;
        }

        ImmutableDictionary<string, string?> required = diagnostic.Properties;
        required.TryGetValue(ShapeReport.Rows, out string? rows);
        required.TryGetValue(ShapeReport.Columns, out string? columns);
        required.TryGetValue(ShapeReport.Length, out string? length);
        string?[]? wanted = sizes.Length switch
        {
            2 when rows is not null && columns is not null => [rows, columns],
            1 when IsArrayOfRows(node) => [rows],
            1 => [length],
            _ => null,
        };
        if (wanted is null)
        {
            return null;
        }

        ImmutableArray<Edit>.Builder edits = ImmutableArray.CreateBuilder<Edit>();
        for (int index = 0; index < sizes.Length; index++)
        {
            // A size that is right keeps its name.
            if (wanted[index] is not { } size)
            {
                return null;
            }

            if (semantics.GetConstantValue(sizes[index], cancellation) is not { HasValue: true, Value: int value }
                || value.ToString(CultureInfo.InvariantCulture) != size)
            {
                edits.Add(new Edit(owner.Id, sizes[index].Span, size));
            }
        }

        string title = sizes.Length == 2 ? $"Create it as {rows}x{columns}" : $"Create it with {wanted[0]} {(IsArrayOfRows(node) ? "rows" : "values")}";
        return new Repair(title, edits.ToImmutable());
    }

    private static bool IsArrayOfRows(SyntaxNode node) => node is ArrayCreationExpressionSyntax { Type.RankSpecifiers.Count: > 1 };

    /// <summary>The sizes that a creation states; null when it lists its values or states none.</summary>
    private static ImmutableArray<ExpressionSyntax>? Sizes(SyntaxNode node)
    {
        ArrayTypeSyntax? type = node switch
        {
            ArrayCreationExpressionSyntax { Initializer: null } creation => creation.Type,
            StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax allocated } => allocated,
            _ => null,
        };
        if (type is null)
        {
            return null;
        }

        ImmutableArray<ExpressionSyntax>.Builder sizes = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        foreach (ExpressionSyntax size in type.RankSpecifiers[0].Sizes)
        {
            if (size is OmittedArraySizeExpressionSyntax)
            {
                return null;
            }

            sizes.Add(size);
        }

        return sizes.ToImmutable();
    }
}
