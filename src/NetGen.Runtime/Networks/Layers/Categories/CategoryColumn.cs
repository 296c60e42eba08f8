using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What a layer says of the column of class indices that it takes.</summary>
/// <param name="Categories">The number of classes.</param>
/// <param name="Unknown">The index that stands for whatever is no index; null: such a value is refused.</param>
internal readonly record struct CategoryColumn(int Categories, int? Unknown)
{
    /// <summary>What is wrong with the place of such a layer in a network, see <see cref="LayerDescription.Misfit"/>.</summary>
    /// <param name="categories">The number of classes.</param>
    /// <param name="unknown">The index that stands for whatever is no index.</param>
    /// <param name="source">The source of the layer.</param>
    /// <param name="columns">The columns of the input that the source consists of.</param>
    public static string? Misfit(int categories, int? unknown, int source, ImmutableArray<int>? columns)
    {
        if (unknown >= categories)
        {
            return Text($"takes {unknown} for unknown, but its categories are 0 to {categories - 1}");
        }

        return columns is null ? Text($"takes a class index, a column of the input, but layer {source} computes what it gives") : null;
    }
}
