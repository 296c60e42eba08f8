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
    private static readonly ConditionalWeakTable<NetworkDescription, ImmutableArray<(int Column, int Categories)>[]> Known = [];

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
        int inputs = description.InputSize;
        foreach ((int column, int categories) in Known.GetValue(description, static network => [ColumnsOf(network)])[0])
        {
            for (int place = column; place < x.Length; place += inputs)
            {
                if (CategoryIndex.Of(x[place], categories, unknown: -1) < 0)
                {
                    throw new ArgumentException(
                        Text($"{parameter} holds {x[place]} in row {place / inputs}, column {column}, ")
                            + Text($"but column {column} of {description.Name} is a category: 0 to {categories - 1}."),
                        parameter);
                }
            }
        }
    }

    private static ImmutableArray<(int Column, int Categories)> ColumnsOf(NetworkDescription network)
    {
        ImmutableArray<ImmutableArray<int>?> columns = LayerSources.ColumnsOf(network.Layers);
        return
        [
            .. network.Layers
                .Select((layer, index) => (layer.Category, Source: LayerSources.Of(layer, index + 1)[0]))
                .Where(static layer => layer.Category is { Unknown: null })
                .Select(layer => (columns[layer.Source]!.Value[0], layer.Category!.Value.Categories))
                .Distinct(),
        ];
    }
}
