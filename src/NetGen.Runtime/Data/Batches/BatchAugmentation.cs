using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Changes a training batch in place: see <see cref="Dataset{T}.WithAugmentation"/>.</summary>
/// <param name="x">The features of the batch (n, inputSize), a copy.</param>
/// <param name="inputSize">The features of an example.</param>
/// <param name="y">The labels of the batch (n, outputSize), a copy.</param>
/// <param name="outputSize">The label values of an example.</param>
/// <param name="random">Random numbers for this batch, the same whenever seed, epoch and step are the same.</param>
/// <typeparam name="T">The element type: float or double.</typeparam>
public delegate void BatchAugmentation<T>(Span<T> x, int inputSize, Span<T> y, int outputSize, RandomSource random)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
