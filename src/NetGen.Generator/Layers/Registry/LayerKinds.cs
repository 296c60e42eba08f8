using System;
using System.Collections.Generic;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Registry;

/// <summary>The registry of the kinds of layers: one line each.</summary>
internal static class LayerKinds
{
    private static readonly Dictionary<Type, LayerKind> Kinds = new()
    {
        [typeof(DenseSpec)] = new DenseKind(),
    };

    /// <summary>The kind of a layer.</summary>
    public static LayerKind Of(LayerSpec layer) => Kinds[layer.GetType()];
}
