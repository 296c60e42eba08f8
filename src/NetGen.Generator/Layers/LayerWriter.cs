using System.Collections.Generic;

namespace NetGen.Generator.Layers;

/// <summary>
/// Writes what the plan of a layer says: its kernels, once for all layers that share them, and the calls of them that a network's passes consist of.
/// </summary>
internal abstract class LayerWriter
{
    /// <summary>Writes the kernels of the forward pass that start with this layer.</summary>
    public abstract void WriteForward();

    /// <summary>Writes the kernels of the backward pass and of the gradients that start with this layer.</summary>
    public abstract void WriteBackward();

    /// <summary>
    /// The calls of the forward pass of a step; of a layer that sums the batch, those before its sums are known.
    /// </summary>
    public abstract IReadOnlyList<KernelCall> ForwardCalls();

    /// <summary>The calls of the forward pass of a prediction.</summary>
    public virtual IReadOnlyList<KernelCall> PredictionCalls() => ForwardCalls();

    /// <summary>The calls of the backward pass: dA of the sources; of a layer that sums the batch, those before its sums are known.</summary>
    public abstract IReadOnlyList<KernelCall> BackwardCalls();

    /// <summary>The calls of the reductions of a layer that sums the batch.</summary>
    public virtual BatchSumCalls? BatchSums() => null;

    /// <summary>The calls that prepare dZ[l] for the gradients, once it is known.</summary>
    public virtual IReadOnlyList<KernelCall> DeltaCalls() => [];

    /// <summary>The calls of the gradients and of the update.</summary>
    public virtual IReadOnlyList<KernelCall> GradientCalls() => [];

    /// <summary>The calls that pack the weights.</summary>
    public virtual IReadOnlyList<KernelCall> PackCalls() => [];

    /// <summary>The calls that make what only predictions read of the parameters.</summary>
    public virtual IReadOnlyList<KernelCall> FoldCalls() => [];

    /// <summary>
    /// The layer whose results predictions get from here: its own; that of a normalization which is folded into it; 0 of one that is folded into another.
    /// </summary>
    public abstract int ResultLayer { get; }

    /// <summary>Writes the method of the prediction of one example, where there is one and this is its first layer.</summary>
    public virtual void WritePredict()
    {
    }

    /// <summary>The call of that method; null where the prediction of one example is written in place.</summary>
    public virtual KernelCall? PredictCall() => null;

    /// <summary>Writes the prediction of one example in place.</summary>
    /// <param name="inputs">The refs of the results of its sources.</param>
    /// <param name="output">The ref of the results.</param>
    /// <param name="text">How arguments are written.</param>
    public abstract void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text);
}
