using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Predictions and costs of many examples, shared among threads: each takes some of the examples through the whole network. What is computed of one does not
/// depend on the others, so the number of threads changes no bit.
/// </summary>
/// <remarks>For emitted code. Nothing is checked: lengths that do not fit the network read and write other memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ManyExamples
{
    /// <summary>
    /// What the examples of a worker are a multiple of: of the rows of every tile (8, 6, 4, 3) and of the lanes of every vector, so that none is left half
    /// full in the middle of a batch.
    /// </summary>
    private const int SharedExamples = 48;

    /// <summary>Computes the outputs of examples.</summary>
    /// <param name="state">The network's parameters.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <param name="output">Receives the outputs (m, n[L]).</param>
    /// <param name="examples">The number of examples, m.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TKernels">The network's code.</typeparam>
    /// <exception cref="InsufficientMemoryException">There is no memory to work in.</exception>
    public static void Predict<T, TKernels>(NetworkState<T> state, ReadOnlySpan<T> x, Span<T> output, int examples, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernels : struct, IForwardKernels<T>
    {
        int workers = Workers<T, TKernels>(examples, threads);
        T[] memory = Scratch<T>.Rent(workers * TKernels.ScratchLength, state.Network, examples);
        Job<T, TKernels> job = default;
        job.X = ref MemoryMarshal.GetReference(x);
        job.Output = ref MemoryMarshal.GetReference(output);
        job.Parameters = ref state.Parameters;
        job.Packed = ref Packed<T, TKernels>(state);
        job.Scratch = ref Scratch<T>.First(memory);
        job.Examples = examples;
        WorkerTeam.Run(ref job, workers);
        Scratch<T>.Return(memory);
    }

    /// <summary>Computes the mean loss of examples.</summary>
    /// <param name="state">The network's parameters.</param>
    /// <param name="x">The examples (m, n[0]).</param>
    /// <param name="y">The labels (m, n[L]).</param>
    /// <param name="examples">The number of examples, m.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TKernels">The network's code.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory to work in.</exception>
    /// <exception cref="InvalidOperationException">In a Debug build: something is changing the network.</exception>
    public static double Cost<T, TKernels>(NetworkState<T> state, ReadOnlySpan<T> x, ReadOnlySpan<T> y, int examples, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernels : struct, IForwardKernels<T>
    {
        Guard.Threads(threads);
        int workers = Workers<T, TKernels>(examples, threads);

        // The losses come first, in whole cache lines, so that the workers' memory starts on one.
        int line = CacheLine.Bytes / Unsafe.SizeOf<T>();
        long losses = ((long)examples + line - 1) / line * line;
        T[] memory = Scratch<T>.Rent(losses + (workers * TKernels.ScratchLength), state.Network, examples);
        Job<T, TKernels> job = default;
        job.X = ref MemoryMarshal.GetReference(x);
        job.Y = ref MemoryMarshal.GetReference(y);
        job.Output = ref Scratch<T>.First(memory);
        job.Parameters = ref state.Parameters;
        job.Scratch = ref Unsafe.Add(ref job.Output, (nint)losses);
        job.Examples = examples;
        job.WantsLosses = true;
        job.Packed = ref Packed<T, TKernels>(state);
        state.Read(ref job, workers, "Cost");

        // In an order that does not depend on the workers.
        double sum = 0;
        ref T weights = ref ExampleWeights.Of(state, y, examples);
        for (nint i = 0; i < examples; i += TKernels.ExamplesAtOnce)
        {
            ref T own = ref Unsafe.IsNullRef(ref weights) ? ref weights : ref Unsafe.Add(ref weights, i);
            sum += Rows.Sum(ref Unsafe.Add(ref job.Output, i), ref own, (int)nint.Min(TKernels.ExamplesAtOnce, examples - i));
        }

        Scratch<T>.Return(memory);
        return sum / examples;
    }

    private static int Workers<T, TKernels>(int examples, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernels : struct, IForwardKernels<T> =>
        WorkerTeam.WorkersFor(threads, (long)examples * TKernels.Cycles, (int)(((uint)examples + SharedExamples - 1) / SharedExamples));

    private static ref T Packed<T, TKernels>(NetworkState<T> state)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernels : struct, IForwardKernels<T>
    {
        if (TKernels.Folder is { } folder)
        {
            return ref state.EnsureFolded(TKernels.Packer!, folder);
        }

        if (TKernels.Packer is { } packer)
        {
            return ref state.EnsurePacked(packer);
        }

        return ref state.Packed;
    }

    /// <summary>The outputs of many examples, or their losses, as the workers that share them see them.</summary>
    private ref struct Job<T, TKernels> : IParallelJob<Job<T, TKernels>>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernels : struct, IForwardKernels<T>
    {
        /// <summary>The examples, the labels of losses, the outputs or the losses, the parameters, the packed weights and the workers' memory.</summary>
        public ref T X, Y, Output, Parameters, Packed, Scratch;

        /// <summary>The number of examples.</summary>
        public int Examples;

        /// <summary>Whether the losses are wanted, not the outputs.</summary>
        public bool WantsLosses;

        /// <inheritdoc/>
        public static void Run(ref Job<T, TKernels> job, Worker worker)
        {
            ref T scratch = ref Unsafe.Add(ref job.Scratch, (nint)(worker.Index * TKernels.ScratchLength));
            (int start, int last) = worker.Range(job.Examples, SharedExamples);
            for (nint i = start; i < last; i += TKernels.ExamplesAtOnce)
            {
                int count = (int)nint.Min(TKernels.ExamplesAtOnce, last - i);
                ref T x = ref Unsafe.Add(ref job.X, i * TKernels.InputSize);
                if (job.WantsLosses)
                {
                    ref T y = ref Unsafe.Add(ref job.Y, i * TKernels.OutputSize);
                    TKernels.Losses(ref x, ref y, ref job.Parameters, ref job.Packed, ref scratch, count);
                    MemoryMarshal.CreateSpan(ref scratch, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref job.Output, i), count));
                }
                else
                {
                    ref T output = ref Unsafe.Add(ref job.Output, i * TKernels.OutputSize);
                    TKernels.Predict(ref x, ref output, ref job.Parameters, ref job.Packed, ref scratch, count);
                }
            }
        }
    }
}
