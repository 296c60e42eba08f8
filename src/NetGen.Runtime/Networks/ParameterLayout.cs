using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Where the parameters of a network lie: layer after layer, each array row by row. Nothing else at run time knows it; the generator's layout is of the same
/// order.
/// </summary>
internal static class ParameterLayout
{
    /// <summary>The parameters of some layers, in their order.</summary>
    public static ImmutableArray<ParameterDescription> Of(ImmutableArray<LayerDescription> layers)
    {
        ImmutableArray<ParameterDescription>.Builder parameters = ImmutableArray.CreateBuilder<ParameterDescription>();
        int offset = 0;
        for (int layer = 1; layer <= layers.Length; layer++)
        {
            LayerDescription description = layers[layer - 1];
            foreach ((string symbol, ParameterRole role, TensorShape shape, double start) in description.ParameterShapes)
            {
                ParameterDescription parameter = new(Name(description.Name, symbol, layer), layer, role, shape, offset)
                {
                    IsTrainable = role != ParameterRole.Statistic && !description.IsFrozen,
                    Start = start,
                };
                parameters.Add(parameter);
                offset += parameter.Count;
            }
        }

        return parameters.ToImmutable();
    }

    /// <summary>The parameter that a value belongs to, and its index there.</summary>
    /// <param name="network">The network.</param>
    /// <param name="index">The index of the value among all parameters.</param>
    public static (ParameterDescription Parameter, int Index) Find(NetworkDescription network, int index)
    {
        ParameterDescription parameter = network.Parameters.Last(candidate => candidate.Offset <= index);
        return (parameter, index - parameter.Offset);
    }

    /// <summary>The name of a value in the notation of the views, such as W2[3, 5] or b2[3].</summary>
    public static string NameOf(NetworkDescription network, int index)
    {
        (ParameterDescription parameter, int within) = Find(network, index);
        return parameter.NameOf(within);
    }

    /// <summary>Where the first value is that is not finite, in words; null when all are.</summary>
    /// <param name="network">The network.</param>
    /// <param name="values">The values of all parameters.</param>
    public static string? FindNonFinite<T>(NetworkDescription network, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int place = 0; place < values.Length; place++)
        {
            if (!T.IsFinite(values[place]))
            {
                (ParameterDescription parameter, int index) = Find(network, place);
                return MessageText.Text($"{parameter.Name} holds {values[place]} at [{parameter.PlaceOf(index)}]");
            }
        }

        return null;
    }

    /// <summary>The slices of an array of all parameters that belong to each layer; layer l is at index l - 1.</summary>
    public static ImmutableArray<Range> RangesOf(NetworkDescription network)
    {
        ImmutableArray<Range>.Builder ranges = ImmutableArray.CreateBuilder<Range>(network.Layers.Length);
        int start = 0;
        foreach (LayerDescription layer in network.Layers)
        {
            int end = start + (int)layer.ParameterCount;
            ranges.Add(start..end);
            start = end;
        }

        return ranges.MoveToImmutable();
    }

    /// <summary>The name of a parameter: W1, or of a layer that has a name stem.W.</summary>
    private static string Name(string? layerName, string symbol, int layer) =>
        layerName is null ? MessageText.Text($"{symbol}{layer}")
        : layerName.All(char.IsAsciiDigit) ? symbol + layerName
        : $"{layerName}.{symbol}";
}
