using System.Collections.Immutable;
using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>
/// The gradients of a graph of layers, as a backward pass computes them in the network's own type: written from the derivatives of each kind, apart from
/// everything that checks gradients.
/// </summary>
internal sealed class GraphBackward<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkDescription network;
    private readonly ForwardPass<T> pass;
    private readonly DropoutState state;
    private readonly T[] parameters;
    private readonly T[] gradients;
    private readonly T[][] da;

    public GraphBackward(NetworkDescription network, T[] parameters, ReadOnlySpan<T> x, ReadOnlySpan<T> y, DropoutState state)
    {
        (this.network, this.parameters, this.state) = (network, parameters, state);
        pass = ForwardPass<T>.Compute(network, parameters, x, state.Mode);
        gradients = new T[parameters.Length];
        da = [.. pass.A.Select(static a => new T[a.Length])];
        Run(y);
    }

    public T[] Gradients => gradients;

    private static int Units(LayerDescription layer) => layer.OutputSize;

    private static T Number(double value) => T.CreateTruncating(value);

    private void Run(ReadOnlySpan<T> y)
    {
        int start = parameters.Length;
        for (int l = network.Layers.Length; l >= 1; l--)
        {
            LayerDescription layer = network.Layers[l - 1];
            start -= layer.ParameterShapes.Sum(static parameter => (int)parameter.Shape.Length);
            T[] dz = da[l];
            if (l == network.Layers.Length)
            {
                for (int place = 0; place < dz.Length; place++)
                {
                    dz[place] = pass.Output[place] - y[place];
                }
            }

            if (l < network.Layers.Length || network.Loss == Loss.SquaredError)
            {
                dz = ThroughActivation(layer, dz, l);
            }

            ImmutableArray<int> sources = layer.Sources.IsEmpty ? [l - 1] : layer.Sources;
            Through(layer, l, sources, dz, start);
            if (layer.IsFrozen)
            {
                gradients.AsSpan(start, layer.ParameterShapes.Sum(static parameter => (int)parameter.Shape.Length)).Clear();
            }
        }
    }

    private T[] ThroughActivation(LayerDescription layer, T[] dz, int l)
    {
        (Activation activation, double slope) = layer switch
        {
            DenseDescription dense => (dense.Activation, dense.Slope),
            SumDescription sum => (sum.Activation, sum.Slope),
            BatchNormDescription norm => (norm.Activation, norm.Slope),
            LayerNormDescription norm => (norm.Activation, norm.Slope),
            _ => (Activation.Linear, 0.0),
        };
        T[,] rows = new T[pass.Count, Units(layer)], z = new T[pass.Count, Units(layer)];
        for (int place = 0; place < dz.Length; place++)
        {
            rows[place / Units(layer), place % Units(layer)] = dz[place];
            z[place / Units(layer), place % Units(layer)] = pass.Z[l][place];
        }

        return [.. NetGen.Reference.Activations.Backward(rows, z, activation, slope).Cast<T>()];
    }

    private void Through(LayerDescription layer, int l, ImmutableArray<int> sources, T[] dz, int start)
    {
        switch (layer)
        {
            case DenseDescription dense:
                ThroughDense(dense, sources[0], dz, start);
                break;
            case DropoutDescription dropout:
                T factor = Number(1.0 / (1.0 - dropout.Rate));
                for (int place = 0; place < dz.Length; place++)
                {
                    bool keeps = DropoutMask.Keeps(
                        state.Seed, state.Step, l, place / dropout.Units, place % dropout.Units, DropoutMask.Threshold(dropout.Rate));
                    da[sources[0]][place] += keeps ? dz[place] * factor : T.Zero;
                }

                break;
            case BatchNormDescription norm:
                for (int unit = 0; unit < norm.Units; unit++)
                {
                    int[] places = [.. Enumerable.Range(0, pass.Count).Select(example => (example * norm.Units) + unit)];
                    if (norm.IsFrozen)
                    {
                        T scale = parameters[start + unit] / T.Sqrt(parameters[start + (3 * norm.Units) + unit] + Number(norm.Epsilon));
                        places.ToList().ForEach(place => da[sources[0]][place] += dz[place] * scale);
                        continue;
                    }

                    ThroughNormalization(places, sources[0], dz, start, norm.Units, norm.Epsilon);
                }

                break;
            case LayerNormDescription norm:
                for (int example = 0; example < pass.Count; example++)
                {
                    int[] places = [.. Enumerable.Range(example * norm.Units, norm.Units)];
                    ThroughNormalization(places, sources[0], dz, start, norm.Units, norm.Epsilon);
                }

                break;
            case SumDescription:
                foreach (int source in sources)
                {
                    for (int place = 0; place < dz.Length; place++)
                    {
                        da[source][place] += dz[place];
                    }
                }

                break;
            case ConcatDescription concat:
                int first = 0;
                for (int i = 0; i < sources.Length; i++)
                {
                    for (int place = 0; place < da[sources[i]].Length; place++)
                    {
                        (int example, int unit) = Math.DivRem(place, concat.Sizes[i]);
                        da[sources[i]][place] += dz[(example * Units(concat)) + first + unit];
                    }

                    first += concat.Sizes[i];
                }

                break;
            case EmbedDescription embed:
                for (int place = 0; place < dz.Length; place++)
                {
                    int category = int.CreateTruncating(pass.A[sources[0]][place / embed.Dimensions]);
                    gradients[start + (category * embed.Dimensions) + (place % embed.Dimensions)] += dz[place] / Number(pass.Count);
                }

                break;
        }
    }

    private void ThroughDense(DenseDescription dense, int source, T[] dz, int start)
    {
        for (int place = 0; place < dz.Length; place++)
        {
            (int example, int unit) = Math.DivRem(place, dense.Units);
            T share = dz[place] / Number(pass.Count);
            for (int input = 0; input < dense.Inputs; input++)
            {
                int weight = (unit * dense.Inputs) + input, below = (example * dense.Inputs) + input;
                gradients[start + weight] += share * pass.A[source][below];
                da[source][below] += dz[place] * parameters[start + weight];
            }

            if (dense.HasBias)
            {
                gradients[start + (dense.Units * dense.Inputs) + unit] += share;
            }
        }
    }

    /// <summary>Of values that are normalized together: a unit of the batch, or an example.</summary>
    private void ThroughNormalization(int[] places, int source, T[] dz, int start, int units, double epsilon)
    {
        T count = Number(places.Length);
        T mean = Sum(places, place => pass.A[source][place]) / count;
        T variance = Sum(places, place => (pass.A[source][place] - mean) * (pass.A[source][place] - mean)) / count;
        T factor = T.One / T.Sqrt(variance + Number(epsilon));
        T Normalized(int place) => (pass.A[source][place] - mean) * factor;
        T OfNormalized(int place) => dz[place] * parameters[start + (place % units)];
        T ofMean = Sum(places, OfNormalized) / count;
        T ofProduct = Sum(places, place => OfNormalized(place) * Normalized(place)) / count;
        foreach (int place in places)
        {
            T share = dz[place] / Number(pass.Count);
            gradients[start + (place % units)] += share * Normalized(place);
            gradients[start + units + (place % units)] += share;
            da[source][place] += factor * (OfNormalized(place) - ofMean - (Normalized(place) * ofProduct));
        }
    }

    private static T Sum(int[] places, Func<int, T> value) => places.Aggregate(T.Zero, (sum, place) => sum + value(place));
}
