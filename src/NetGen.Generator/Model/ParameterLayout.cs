using System.Collections.Generic;

namespace NetGen.Generator.Model;

/// <summary>
/// Where the parameters of a network lie: layer after layer, each array row by row. Nothing else in the generator knows it; the layout of the same name in the
/// runtime is of the same order.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<(int Layer, string Symbol), int> offsets = [];
    private readonly List<int> trained = [];

    public ParameterLayout(NetworkSpec network)
    {
        int next = 0;
        foreach (LayerSpec layer in network.Layers)
        {
            foreach (ParameterSpec parameter in layer.Parameters)
            {
                offsets.Add((layer.Number, parameter.Symbol), next);
                int end = next + (int)parameter.Shape.Length;
                if (!layer.IsFrozen && parameter.Role != ParameterRole.Statistic)
                {
                    AddTrained(next, end);
                }

                next = end;
            }
        }

        Count = next;
    }

    /// <summary>The number of values of all parameters.</summary>
    public int Count { get; }

    /// <summary>Where each run of parameters that are trained starts and ends; those between are frozen, or statistics.</summary>
    public IReadOnlyList<int> Trained => trained;

    /// <summary>Whether all parameters are trained.</summary>
    public bool TrainsAll => trained.Count == 2 && trained[0] == 0 && trained[1] == Count;

    /// <summary>Where the weights of a layer start.</summary>
    public int Weights(LayerSpec layer) => Offset(layer, ParameterSymbols.Of(ParameterRole.Weights));

    /// <summary>Where the biases of a layer start.</summary>
    public int Biases(LayerSpec layer) => Offset(layer, ParameterSymbols.Of(ParameterRole.Bias));

    /// <summary>Where a parameter of a layer starts.</summary>
    public int Offset(LayerSpec layer, string symbol) => offsets[(layer.Number, symbol)];

    private void AddTrained(int start, int end)
    {
        if (trained.Count > 0 && trained[trained.Count - 1] == start)
        {
            trained[trained.Count - 1] = end;
        }
        else
        {
            trained.Add(start);
            trained.Add(end);
        }
    }
}
