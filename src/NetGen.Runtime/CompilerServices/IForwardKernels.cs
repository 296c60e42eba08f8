using System.ComponentModel;
using System.Numerics;

namespace NetGen.CompilerServices;

/// <summary>The forward pass of some examples, as the emitted code of a network offers it to <see cref="ManyExamples"/>.</summary>
/// <remarks>For emitted code. Nothing is checked: references to fewer elements than the sizes say read and write other memory.</remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IForwardKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of inputs, n[0].</summary>
    static abstract int InputSize { get; }

    /// <summary>The units of the last layer, n[L].</summary>
    static abstract int OutputSize { get; }

    /// <summary>The cycles that the plan expects for one example.</summary>
    static abstract int Cycles { get; }

    /// <summary>The most examples of a call.</summary>
    static abstract int ExamplesAtOnce { get; }

    /// <summary>The elements of scratch that a call takes, a multiple of a cache line.</summary>
    static abstract long ScratchLength { get; }

    /// <summary>Packs the weights; null where the code reads them as they lie.</summary>
    static abstract NetworkState<T>.Packer? Packer { get; }

    /// <summary>Makes what only predictions read of the parameters; null where there is nothing of the kind.</summary>
    static virtual NetworkState<T>.Packer? Folder => null;

    /// <summary>Computes the outputs of some examples.</summary>
    /// <param name="x">The first example.</param>
    /// <param name="output">Receives the outputs.</param>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="packed">The first of the packed weights.</param>
    /// <param name="scratch">The memory for everything between.</param>
    /// <param name="examples">The number of examples, 1 to <see cref="ExamplesAtOnce"/>.</param>
    static abstract void Predict(ref T x, ref T output, ref T parameters, ref T packed, ref T scratch, int examples);

    /// <summary>Computes the losses of some examples.</summary>
    /// <param name="x">The first example.</param>
    /// <param name="y">The labels of the first example.</param>
    /// <param name="parameters">The first parameter.</param>
    /// <param name="packed">The first of the packed weights.</param>
    /// <param name="scratch">The memory for everything between; its first elements receive the losses.</param>
    /// <param name="examples">The number of examples, 1 to <see cref="ExamplesAtOnce"/>.</param>
    static abstract void Losses(ref T x, ref T y, ref T parameters, ref T packed, ref T scratch, int examples);
}
