using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// The update of a network with gradients that were computed before, shared among threads: of the parameters that are trained, for an optimizer may move also
/// those whose gradient is 0. For emitted code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientUpdate
{
    // Memory is what it waits for: the gradient, the parameter and, of Adam, two numbers of state.
    private const long CyclesOfParameter = 2;

    // So that no cache line is written by two workers.
    private const int SharedParameters = 256;

    /// <summary>Begins a step of the optimizer and updates all parameters that are trained.</summary>
    /// <param name="network">The network.</param>
    /// <param name="state">The network's parameters.</param>
    /// <param name="gradients">As many as there are parameters, checked before.</param>
    /// <param name="optimizer">Turns gradients into an update; BeginStep is called on it, the rest on copies.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <exception cref="InvalidOperationException">
    /// The optimizer is <c>default</c> or was begun for another network; or another step of this network is at work, or, in a Debug build, anything else that
    /// uses it.
    /// </exception>
    public static void Apply<T, TOptimizer>(
        NetworkDescription network, NetworkState<T> state, ReadOnlySpan<T> gradients, ref TOptimizer optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOptimizer : struct, IOptimizer<T>
    {
        optimizer.BeginStep(network);
        HandOver(state, gradients, optimizer, threads: 0, "ApplyGradients", changesParameters: true);
    }

    /// <summary>Ends a step whose gradients were added up: hands them to what the step was for.</summary>
    /// <param name="state">The network's parameters.</param>
    /// <param name="gradients">As many as there are parameters.</param>
    /// <param name="sink">What takes them; its step has begun.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to this.</param>
    /// <param name="changesParameters">Whether it updates the parameters, or only keeps the gradients.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TSink">What takes gradients.</typeparam>
    /// <exception cref="InvalidOperationException">Another step of this network is at work, or, in a Debug build, anything else that uses it.</exception>
    public static void End<T, TSink>(NetworkState<T> state, ReadOnlySpan<T> gradients, TSink sink, int threads, bool changesParameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct =>
        HandOver(
            state,
            gradients,
            sink,
            threads,
            changesParameters ? NetworkState<T>.StepOperation : NetworkState<T>.GradientsOperation,
            changesParameters);

    private static void HandOver<T, TSink>(
        NetworkState<T> state, ReadOnlySpan<T> gradients, TSink sink, int threads, string operation, bool changesParameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        int count = gradients.Length;
        Job<T, TSink> job = default;
        job.Parameters = MemoryMarshal.CreateSpan(ref state.Parameters, count);
        job.Gradients = gradients;
        job.Sink = sink;
        job.Trained = changesParameters ? state.Trained : [];
        int workers = WorkerTeam.WorkersFor(threads, CyclesOfParameter * count, ((count - 1) / SharedParameters) + 1);
        if (changesParameters)
        {
            state.Update(ref job, workers, operation, keepsPacked: false);
        }
        else
        {
            state.Read(ref job, workers, operation);
        }
    }

    /// <summary>Hands gradients to a sink, in the widest pieces that the processor has.</summary>
    /// <param name="sink">Takes them.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">The gradient of each.</param>
    /// <param name="start">The first parameter.</param>
    /// <param name="end">The parameter after the last.</param>
    private static void Update<T, TSink>(ref TSink sink, Span<T> parameters, ReadOnlySpan<T> gradients, int start, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        ref T gradient = ref MemoryMarshal.GetReference(gradients);
        int i = start;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= end - Vector512<T>.Count; i += Vector512<T>.Count)
            {
                sink.Update(parameters, i, Vector512.LoadUnsafe(ref gradient, (nuint)i));
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= end - Vector256<T>.Count; i += Vector256<T>.Count)
            {
                sink.Update(parameters, i, Vector256.LoadUnsafe(ref gradient, (nuint)i));
            }
        }

        for (; i <= end - Vector128<T>.Count; i += Vector128<T>.Count)
        {
            sink.Update(parameters, i, Vector128.LoadUnsafe(ref gradient, (nuint)i));
        }

        for (; i < end; i++)
        {
            sink.Update(parameters, i, Unsafe.Add(ref gradient, i));
        }
    }

    /// <summary>An update, as the workers that share it see it.</summary>
    private ref struct Job<T, TSink> : IParallelJob<Job<T, TSink>>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        /// <summary>The parameters.</summary>
        public Span<T> Parameters;

        /// <summary>The gradient of each.</summary>
        public ReadOnlySpan<T> Gradients;

        /// <summary>What takes it.</summary>
        public TSink Sink;

        /// <summary>Where each run of parameters that it takes starts and ends; empty: it takes all.</summary>
        public ReadOnlySpan<int> Trained;

        /// <inheritdoc/>
        public static void Run(ref Job<T, TSink> job, Worker worker)
        {
            (int start, int end) = worker.Range(job.Gradients.Length, SharedParameters);
            TSink own = job.Sink;
            if (job.Trained.IsEmpty)
            {
                Update(ref own, job.Parameters, job.Gradients, start, end);
                return;
            }

            for (int run = 0; run < job.Trained.Length; run += 2)
            {
                Update(ref own, job.Parameters, job.Gradients, Math.Max(start, job.Trained[run]), Math.Min(end, job.Trained[run + 1]));
            }
        }
    }
}
