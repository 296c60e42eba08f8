using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>The weights or the biases of a layer, as a model file names them.</summary>
/// <param name="Name">W1, b1, W2, ...</param>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="Offset">Where they begin among the parameters.</param>
/// <param name="Shape">(n[l], n[l-1]) or (n[l]).</param>
internal sealed record ModelTensor(string Name, int Layer, int Offset, ImmutableArray<int> Shape)
{
    /// <summary>Whether these are biases.</summary>
    internal bool IsBias => Shape.Length == 1;

    /// <summary>How many values there are.</summary>
    internal int Count => IsBias ? Shape[0] : Shape[0] * Shape[1];

    /// <summary>All tensors of a network, in the order of its parameters.</summary>
    internal static ImmutableArray<ModelTensor> Of(NetworkDescription network)
    {
        ImmutableArray<ModelTensor>.Builder tensors = ImmutableArray.CreateBuilder<ModelTensor>(2 * network.Layers.Length);
        int offset = 0;
        for (int layer = 1; layer <= network.Layers.Length; layer++)
        {
            int units = network.Layers[layer - 1].Units;
            int inputs = network.Layers[layer - 1].Inputs;
            tensors.Add(new($"W{layer}", layer, offset, [units, inputs]));
            offset += units * inputs;
            tensors.Add(new($"b{layer}", layer, offset, [units]));
            offset += units;
        }

        return tensors.MoveToImmutable();
    }

    /// <summary>Where the first value is that is not finite, in words; null when all are.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="parameters">All values.</param>
    internal static string? FindNonFinite<T>(ImmutableArray<ModelTensor> tensors, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ModelTensor tensor in tensors)
        {
            ReadOnlySpan<T> values = parameters.Slice(tensor.Offset, tensor.Count);
            for (int place = 0; place < values.Length; place++)
            {
                if (T.IsFinite(values[place]))
                {
                    continue;
                }

                return tensor.IsBias
                    ? MessageText.Text($"{tensor.Name} holds {values[place]} at [{place}]")
                    : MessageText.Text($"{tensor.Name} holds {values[place]} at [{place / tensor.Shape[1]}, {place % tensor.Shape[1]}]");
            }
        }

        return null;
    }
}
