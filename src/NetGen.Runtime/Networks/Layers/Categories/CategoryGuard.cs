using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen.CompilerServices;

/// <summary>The check of the columns of class indices, before anything is computed with them. Networks without such columns need not call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CategoryGuard
{
    /// <summary>The columns of each network, found once.</summary>
    private static readonly ConditionalWeakTable<NetworkDescription, Columns> Known = [];

    /// <summary>Checks that every column that must hold class indices does; where a network has an index for unknown ones, anything may stand there.</summary>
    /// <param name="description">The network.</param>
    /// <param name="x">The examples (m, n[0]), whole ones.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">A value is no index: not whole, out of range, or NaN.</exception>
    public static void Check<T>(NetworkDescription description, ReadOnlySpan<T> x, string parameter = "x")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        Columns columns = Known.GetValue(description, Columns.Of);
        Check(description, columns, new FeatureRows<T>(x, columns.Inputs), parameter);
    }

    /// <summary>The check of rows that may overlap.</summary>
    internal static void Check<T>(NetworkDescription description, FeatureRows<T> rows, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(description, Known.GetValue(description, Columns.Of), rows, parameter);

    private static void Check<T>(NetworkDescription description, Columns columns, FeatureRows<T> rows, string parameter)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Row by row, and not at all where nothing is to be seen: rows may have to be read.
        for (int row = 0; row < rows.Count && !columns.Indices.IsEmpty; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            foreach ((int column, int categories) in columns.Indices)
            {
                T value = values[column];
                if (CategoryIndex.Of(value, categories, unknown: -1) < 0)
                {
                    throw new ArgumentException(
                        Text($"{parameter} holds {value} in row {row}, column {column}, ")
                            + Text($"but column {column} of {description.Name} is a category: 0 to {categories - 1}."),
                        parameter);
                }
            }
        }
    }

    /// <summary>The columns of a network that must hold class indices.</summary>
    /// <param name="Inputs">The inputs of an example.</param>
    /// <param name="Indices">Each column with its number of classes.</param>
    private sealed record Columns(int Inputs, ImmutableArray<(int Column, int Categories)> Indices)
    {
        public static Columns Of(NetworkDescription network)
        {
            ImmutableArray<ImmutableArray<int>?> columns = LayerSources.ColumnsOf(network.Layers);
            return new(network.InputSize,
            [
                .. network.Layers
                    .Select(static (layer, index) => (layer.Category, Source: LayerSources.Of(layer, index + 1)[0]))
                    .Where(static layer => layer.Category is { Unknown: null })
                    .Select(layer => (columns[layer.Source]!.Value[0], layer.Category!.Value.Categories))
                    .Distinct(),
            ]);
        }
    }
}
