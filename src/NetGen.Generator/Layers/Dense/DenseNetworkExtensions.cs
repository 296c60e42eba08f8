using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dense;

/// <summary>What follows from the declaration of a network of dense layers.</summary>
internal static class DenseNetworkExtensions
{
    /// <summary>A layer by its number, from 1.</summary>
    public static DenseSpec Dense(this NetworkSpec network, int layer) => (DenseSpec)network.Layers[layer - 1];

    /// <summary>The layers.</summary>
    public static IEnumerable<DenseSpec> DenseLayers(this NetworkSpec network) => network.Layers.Cast<DenseSpec>();
}
