using System.Collections.Generic;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>All decisions about the code of one layer for one vector width; its writers ask nothing else.</summary>
/// <param name="Layer">The layer.</param>
internal abstract record LayerPlan(LayerSpec Layer)
{
    /// <summary>Whether there is a packed copy of the weights, which a step brings up to date as it updates them.</summary>
    public abstract bool IsPacked { get; }

    /// <summary>The cycles of the forward pass that the cost model expects for one example.</summary>
    public abstract double ForwardCycles { get; }

    /// <summary>The cycles of the backward pass and the gradients.</summary>
    public abstract double BackwardCycles { get; }

    /// <summary>The most pieces that the update of the layer is shared in.</summary>
    public abstract long GradientPieces { get; }

    /// <summary>The plans of its kernels, values that tell by being equal which layers share a kernel.</summary>
    public abstract IEnumerable<object> Kernels { get; }

    /// <summary>The plan, as comments show it; layers with the same are shown together.</summary>
    public abstract string Summary { get; }
}
