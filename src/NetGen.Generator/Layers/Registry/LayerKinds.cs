using System;
using System.Collections.Generic;
using NetGen.Generator.Layers.BatchNorm;
using NetGen.Generator.Layers.Columns;
using NetGen.Generator.Layers.Concat;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Layers.Dropout;
using NetGen.Generator.Layers.Embed;
using NetGen.Generator.Layers.LayerNorm;
using NetGen.Generator.Layers.OneHot;
using NetGen.Generator.Layers.Standardize;
using NetGen.Generator.Layers.Sum;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Registry;

/// <summary>The registry of the kinds of layers: one line each.</summary>
internal static class LayerKinds
{
    private static readonly Dictionary<Type, LayerKind> Kinds = new()
    {
        [typeof(BatchNormSpec)] = new BatchNormKind(),
        [typeof(ColumnsSpec)] = new ColumnsKind(),
        [typeof(ConcatSpec)] = new ConcatKind(),
        [typeof(DenseSpec)] = new DenseKind(),
        [typeof(DropoutSpec)] = new DropoutKind(),
        [typeof(EmbedSpec)] = new EmbedKind(),
        [typeof(LayerNormSpec)] = new LayerNormKind(),
        [typeof(OneHotSpec)] = new OneHotKind(),
        [typeof(StandardizeSpec)] = new StandardizeKind(),
        [typeof(SumSpec)] = new SumKind(),
    };

    /// <summary>The kind of a layer.</summary>
    public static LayerKind Of(LayerSpec layer) => Kinds[layer.GetType()];
}
