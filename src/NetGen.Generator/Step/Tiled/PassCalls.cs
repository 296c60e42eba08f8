using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Step.Phases;

namespace NetGen.Generator.Step.Tiled;

/// <summary>The calls of kernels that a pass consists of.</summary>
internal sealed class PassCalls(KernelContext context)
{
    /// <summary>The calls of a pass, those of its parts one after the other.</summary>
    public IReadOnlyList<IReadOnlyList<KernelCall>> Of(Pass pass) => [.. pass.Parts.Select(parts => parts.SelectMany(Of).ToArray())];

    /// <summary>Whether a pass would do nothing, as the backward pass of a network in which no gradient goes below the last layer.</summary>
    public bool IsEmpty(Pass pass) => pass.Kind == PassKind.Backward && pass.Parts.All(parts => parts.All(part => Of(part).Count == 0));

    private IReadOnlyList<KernelCall> Of(LayerPart part)
    {
        LayerWriter layer = context.Writers[part.Layer - 1];
        return part.Work switch
        {
            LayerWork.Forward => layer.ForwardCalls(),
            LayerWork.ForwardRest => layer.BatchSums()!.Forward,
            LayerWork.Predict => layer.PredictionCalls(),
            LayerWork.Backward => layer.BackwardCalls(),
            LayerWork.BackwardRest => layer.BatchSums()!.Backward,
            LayerWork.Delta => layer.DeltaCalls(),
        };
    }
}
