using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Measurement;

/// <summary>
/// The rate of multiply-adds that the processor reaches when nothing else is to be done: independent chains in registers, on some cores at once. It is
/// measured beside the networks, because the clock of a processor depends on what runs and for how long.
/// </summary>
internal sealed class FmaPeak : IMeasured
{
    private const int Accumulators = 12;
    private const int Rounds = 100_000;
    private readonly int threads;

    /// <summary>The peak of some threads.</summary>
    public FmaPeak(int threads) => this.threads = threads;

    /// <inheritdoc/>
    public string Name => "FMA peak";

    /// <summary>The floating-point operations of one repetition, of all threads together.</summary>
    public double Operations => 2.0 * Accumulators * Rounds * threads * Lanes;

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? FmaLanes512.Count : Vector256.IsHardwareAccelerated ? FmaLanes256.Count : FmaLanes128.Count;

    /// <inheritdoc/>
    public void Reset()
    {
    }

    /// <inheritdoc/>
    public void Run(int repetitions)
    {
        var job = new Job { Rounds = (long)Rounds * repetitions * threads };
        WorkerTeam.Run(ref job, threads);
    }

    private static float Chains(long rounds) =>
        Vector512.IsHardwareAccelerated ? Chains<Vector512<float>, FmaLanes512>(rounds)
        : Vector256.IsHardwareAccelerated ? Chains<Vector256<float>, FmaLanes256>(rounds)
        : Chains<Vector128<float>, FmaLanes128>(rounds);

    // Twelve chains cover four cycles of latency on up to three units, and with the two operands fit sixteen registers. The values stay near 1.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Chains<TVector, TLanes>(long rounds)
        where TVector : struct
        where TLanes : struct, IFmaLanes<TVector>
    {
        TVector factor = TLanes.Create(0.999f), term = TLanes.Create(0.001f);
        TVector c0 = term, c1 = term, c2 = term, c3 = term, c4 = term, c5 = term;
        TVector c6 = term, c7 = term, c8 = term, c9 = term, c10 = term, c11 = term;
        for (long round = rounds; round > 0; round--)
        {
            c0 = TLanes.MultiplyAdd(c0, factor, term);
            c1 = TLanes.MultiplyAdd(c1, factor, term);
            c2 = TLanes.MultiplyAdd(c2, factor, term);
            c3 = TLanes.MultiplyAdd(c3, factor, term);
            c4 = TLanes.MultiplyAdd(c4, factor, term);
            c5 = TLanes.MultiplyAdd(c5, factor, term);
            c6 = TLanes.MultiplyAdd(c6, factor, term);
            c7 = TLanes.MultiplyAdd(c7, factor, term);
            c8 = TLanes.MultiplyAdd(c8, factor, term);
            c9 = TLanes.MultiplyAdd(c9, factor, term);
            c10 = TLanes.MultiplyAdd(c10, factor, term);
            c11 = TLanes.MultiplyAdd(c11, factor, term);
        }

        return TLanes.Sum(c0) + TLanes.Sum(c1) + TLanes.Sum(c2) + TLanes.Sum(c3) + TLanes.Sum(c4) + TLanes.Sum(c5)
            + TLanes.Sum(c6) + TLanes.Sum(c7) + TLanes.Sum(c8) + TLanes.Sum(c9) + TLanes.Sum(c10) + TLanes.Sum(c11);
    }

    // All workers' rounds together are the same whatever their number, as the team asks of a job.
    private struct Job : IParallelJob<Job>
    {
        public long Rounds;
        private float kept;

        public static void Run(ref Job job, Worker worker)
        {
            float sum = Chains(job.Rounds / worker.Count);
            if (worker.Index == 0)
            {
                job.kept = sum; // Someone has to want the result.
            }
        }
    }
}
