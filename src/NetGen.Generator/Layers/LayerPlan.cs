using System.Collections.Generic;
using NetGen.Generator.Model;

namespace NetGen.Generator.Layers;

/// <summary>All decisions about the code of one layer for one vector width; its writers ask nothing else.</summary>
/// <param name="Layer">The layer.</param>
internal abstract record LayerPlan(LayerSpec Layer)
{
    /// <summary>Whether there is a packed copy of the weights, which a step brings up to date as it updates them.</summary>
    public virtual bool IsPacked => false;

    /// <summary>Whether predictions read something that is made of the parameters, and made again after they have changed.</summary>
    public virtual bool IsFolded => false;

    /// <summary>
    /// Whether a step needs sums over all examples of the batch, on the way up and on the way down, before it can go on with any of them.
    /// </summary>
    public virtual bool SumsBatch => false;

    /// <summary>Whether what the layer computes of an example is another thing in training than when predicting.</summary>
    public virtual bool DiffersInTraining => false;

    /// <summary>Whether what it computes in training depends on the seed and the step.</summary>
    public virtual bool IsRandom => false;

    /// <summary>The cycles of the forward pass that the cost model expects for one example.</summary>
    public abstract double ForwardCycles { get; }

    /// <summary>The cycles of the backward pass and the gradients.</summary>
    public abstract double BackwardCycles { get; }

    /// <summary>The most pieces that the update of the layer is shared in.</summary>
    public virtual long GradientPieces => 1;

    /// <summary>The plans of its kernels, values that tell by being equal which layers share a kernel.</summary>
    public abstract IEnumerable<object> Kernels { get; }

    /// <summary>The plan, as comments show it; layers with the same are shown together.</summary>
    public abstract string Summary { get; }
}
