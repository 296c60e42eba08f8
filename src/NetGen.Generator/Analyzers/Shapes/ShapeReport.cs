using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>Makes diagnostics that carry what a code fix needs: the size that would be right, and where the value was created.</summary>
internal static class ShapeReport
{
    /// <summary>The property that holds the length that a list must have.</summary>
    public const string Length = "Length";

    /// <summary>The property that holds the rows that a matrix must have.</summary>
    public const string Rows = "Rows";

    /// <summary>The property that holds the columns that a matrix must have.</summary>
    public const string Columns = "Columns";

    /// <summary>What stands before the name of a property that holds a size that the value has.</summary>
    public const string ActualPrefix = "Actual";

    /// <summary>A diagnostic about a value of the shape <paramref name="actual"/> that must have the shape <paramref name="required"/>.</summary>
    public static Diagnostic Create(DiagnosticDescriptor rule, Location location, Shape required, Shape actual, params object[] arguments)
    {
        ImmutableArray<Location> creation = actual.Creation is { } created ? [created] : [];
        ImmutableDictionary<string, string?> sizes = Sizes(required);
        foreach (KeyValuePair<string, string?> size in Sizes(actual))
        {
            sizes = sizes.Add(ActualPrefix + size.Key, size.Value);
        }

        return Diagnostic.Create(rule, location, creation, sizes, arguments);
    }

    /// <summary>A diagnostic that a code fix can repair without knowing where a value was created.</summary>
    public static Diagnostic Create(DiagnosticDescriptor rule, Location location, Shape required, params object[] arguments) =>
        Diagnostic.Create(rule, location, [], Sizes(required), arguments);

    /// <summary>The sizes of a shape as the properties of a diagnostic.</summary>
    public static ImmutableDictionary<string, string?> Sizes(Shape shape)
    {
        ImmutableDictionary<string, string?> sizes = ImmutableDictionary<string, string?>.Empty;
        if (shape is { IsMatrix: true, Rows: long rows, Columns: long columns })
        {
            sizes = sizes.Add(Rows, SizeText.Number(rows)).Add(Columns, SizeText.Number(columns));
        }

        return shape.Length is long length ? sizes.Add(Length, SizeText.Number(length)) : sizes;
    }
}
