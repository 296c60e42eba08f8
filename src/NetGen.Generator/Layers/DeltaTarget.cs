using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>
/// What the backward pass through a layer does with dA of a source: of several that reach it, the first writes, the others add, and the last multiplies by the
/// derivative of its activation, which makes dZ of it.
/// </summary>
/// <param name="Adds">Whether dA holds a part already.</param>
/// <param name="Derivative">The activation whose derivative follows; linear for none.</param>
/// <param name="IsKept">Whether that derivative was kept by the forward pass; else it follows from A.</param>
/// <param name="Stride">The distance between two rows.</param>
internal sealed record DeltaTarget(bool Adds, ActivationSpec Derivative, bool IsKept, int Stride)
{
    /// <summary>Whether A of the source is read for its derivative.</summary>
    public bool ReadsActivation => !IsKept && ActivationFacts.Of(Derivative.Kind).Derivative != DerivativeSource.Nothing;

    /// <summary>The target for a source of a layer; null where nothing that is trained depends on it.</summary>
    public static DeltaTarget? Of(LayerSpec layer, int index, MemoryPlan memory)
    {
        int source = layer.Sources[index];
        if (!memory.Graph.NeedsGradient(source) || !memory.Graph.NeedsGradient(layer.Number))
        {
            return null;
        }

        LayerSpec below = memory.Layer(source);
        bool isLast = memory.Graph.IsLastToReach(layer, index);
        return new DeltaTarget(
            !memory.Graph.IsFirstToReach(layer, index),
            isLast ? below.Function : ActivationSpec.Linear,
            isLast && memory.StoresDerivative(below),
            memory.Strides[source]);
    }
}
