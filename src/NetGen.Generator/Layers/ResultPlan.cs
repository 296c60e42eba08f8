using System.Collections.Generic;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>What the forward pass through a layer ends with: A of Z, in the same pass; Z alone in the last layer, whose A the output writes.</summary>
/// <param name="Activation">The activation; linear where nothing follows.</param>
/// <param name="KeepsDerivative">Whether g'(Z) is kept beside A.</param>
/// <param name="Stride">The distance between two rows.</param>
/// <param name="IsOutput">Whether this is the last layer.</param>
internal sealed record ResultPlan(ActivationSpec Activation, bool KeepsDerivative, int Stride, bool IsOutput)
{
    /// <summary>Plans the end of a layer.</summary>
    public static ResultPlan Of(LayerSpec layer, MemoryPlan memory)
    {
        bool isOutput = memory.IsOutput(layer);
        return new ResultPlan(isOutput ? ActivationSpec.Linear : layer.Function, memory.StoresDerivative(layer), memory.Strides[layer.Number], isOutput);
    }

    /// <summary>The activation when one example is predicted: there only softmax is not the layer's own.</summary>
    public static ActivationSpec OfOne(LayerSpec layer) => layer.Function.Kind == NetGen.Activation.Softmax ? ActivationSpec.Linear : layer.Function;

    /// <summary>The arrays that a kernel takes for it.</summary>
    public IEnumerable<RowArray> Arrays()
    {
        if (KeepsDerivative)
        {
            yield return new RowArray("derivative", Stride);
        }

        yield return new RowArray("output", Stride);
    }

    /// <summary>These, as arguments of its calls.</summary>
    public IEnumerable<Argument> Arguments(int layer, LayerPlaces places)
    {
        if (KeepsDerivative)
        {
            yield return places.Derivatives(layer);
        }

        yield return places.Activations(layer);
    }
}
