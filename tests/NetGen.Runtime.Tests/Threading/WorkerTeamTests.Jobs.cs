using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Threading;

/// <content>The jobs that the tests give to the team.</content>
public partial class WorkerTeamTests
{
    private struct CountingJob : IParallelJob<CountingJob>
    {
        public int[] Done;
        public int[] Indices;
        public int Granularity;

        public static void Run(ref CountingJob job, Worker worker)
        {
            Interlocked.Increment(ref job.Indices[worker.Index]);
            var (start, end) = worker.Range(job.Done.Length, job.Granularity);
            for (int i = start; i < end; i++)
            {
                Interlocked.Increment(ref job.Done[i]);
            }
        }
    }

    private ref struct BarrierJob : IParallelJob<BarrierJob>
    {
        public const int Count = 200;
        public Span<int> Rounds;
        public Span<int> Early;

        public static void Run(ref BarrierJob job, Worker worker)
        {
            for (int round = 1; round <= Count; round++)
            {
                job.Rounds[worker.Index] = round;
                worker.Barrier();
                foreach (int other in job.Rounds)
                {
                    if (other != round)
                    {
                        job.Early[worker.Index]++;
                    }
                }
                worker.Barrier();
            }
        }
    }

    private struct FailingJob : IParallelJob<FailingJob>
    {
        public int Failing;

        public static void Run(ref FailingJob job, Worker worker)
        {
            worker.Barrier();
            if (worker.Index == job.Failing || job.Failing < 0)
            {
                throw new InvalidTimeZoneException($"worker {worker.Index}");
            }

            worker.Barrier();
            worker.Barrier();
        }
    }

    private struct NestingJob : IParallelJob<NestingJob>
    {
        public int[] InnerCounts;

        public static void Run(ref NestingJob job, Worker worker)
        {
            var inner = new InnerJob();
            WorkerTeam.Run(ref inner, 4);
            job.InnerCounts[worker.Index] = inner.Count;
            worker.Barrier();
        }
    }

    private struct InnerJob : IParallelJob<InnerJob>
    {
        public int Count;

        public static void Run(ref InnerJob job, Worker worker)
        {
            worker.Barrier();
            job.Count = worker.Count;
        }
    }

    private struct SummingJob : IParallelJob<SummingJob>
    {
        public int[] Values;
        public long[] Products;

        public static void Run(ref SummingJob job, Worker worker)
        {
            var (start, end) = worker.Range(job.Values.Length);
            for (int i = start; i < end; i++)
            {
                job.Products[i] = job.Values[i];
            }

            worker.Barrier();
            for (int i = start; i < end; i++)
            {
                job.Products[i] *= 2;
            }
        }
    }

    private struct ChangingJob : IParallelJob<ChangingJob>
    {
        public int Total;

        public static void Run(ref ChangingJob job, Worker worker)
        {
            if (worker.Index == 0)
            {
                GC.Collect();
            }

            Interlocked.Increment(ref job.Total);
        }
    }

    private ref struct AllocationJob : IParallelJob<AllocationJob>
    {
        public Span<long> Bytes;

        public static void Run(ref AllocationJob job, Worker worker)
        {
            worker.Barrier();
            job.Bytes[worker.Index] = GC.GetAllocatedBytesForCurrentThread();
        }
    }

    private struct LateJob : IParallelJob<LateJob>
    {
        public ManualResetEventSlim Started;
        public ManualResetEventSlim MayEnd;
        public bool Done;

        public static void Run(ref LateJob job, Worker worker)
        {
            if (worker.Index == 0)
            {
                return;
            }

            job.Started.Set();
            job.MayEnd.Wait();
            // Long enough for the caller to have parked.
            Thread.Sleep(20);
            job.Done = true;
        }
    }

    private struct RangeJob : IParallelJob<RangeJob>
    {
        public int Count;
        public int Granularity;
        public int[] Starts;
        public int[] Ends;

        public static void Run(ref RangeJob job, Worker worker) =>
            (job.Starts[worker.Index], job.Ends[worker.Index]) = worker.Range(job.Count, job.Granularity);
    }
}
