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

    /// <summary>Writes the method of the prediction of one example, where there is one and this is its first layer.</summary>
    public abstract void WritePredict();

    /// <summary>The calls of the forward pass.</summary>
    public abstract IReadOnlyList<KernelCall> ForwardCalls();

    /// <summary>The calls of the backward pass; none for the first layer.</summary>
    public abstract IReadOnlyList<KernelCall> BackwardCalls();

    /// <summary>The calls that prepare dZ[l] for the gradients, once it is known.</summary>
    public abstract IReadOnlyList<KernelCall> DeltaCalls();

    /// <summary>The calls of the gradients and of the update.</summary>
    public abstract IReadOnlyList<KernelCall> GradientCalls();

    /// <summary>The calls that pack the weights.</summary>
    public abstract IReadOnlyList<KernelCall> PackCalls();

    /// <summary>The call of that method; null where the prediction of one example is written in place.</summary>
    public abstract KernelCall? PredictCall();

    /// <summary>Writes the prediction of one example in place.</summary>
    /// <param name="input">The ref of the results of the layer below.</param>
    /// <param name="output">The ref of the results.</param>
    /// <param name="text">How arguments are written.</param>
    public abstract void WritePredictInline(string input, string output, CallText text);
}
