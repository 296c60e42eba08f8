using NetGen.Runtime.Tests.Data;

namespace NetGen.Runtime.Tests.Training;

/// <summary>The batches of a training: those that MiniBatches gives, or the set in its order; whatever the set lies in, and whoever prepares them.</summary>
public sealed class TrainingBatchesTests : IDisposable
{
    private const int Rows = 101;

    private readonly TemporaryFolder folder = new();
    private readonly MappedArray mapped;

    public TrainingBatchesTests()
    {
        NpyFile.Write<float>(folder["x.npy"], Values, Rows, 3);
        mapped = NpyFile.Map(folder["x.npy"]);
    }

    public static TheoryData<int, bool, bool> Ways =>
    [
        .. from batchSize in (int[])[1, 10, 100, 101, 500] from shuffle in (bool[])[true, false] from ahead in (bool[])[true, false]
           select (batchSize, shuffle, ahead),
    ];

    private static float[] Values => [.. Enumerable.Range(0, 3 * Rows).Select(i => MathF.Sin(i))];

    private static float[] Weights => [.. Enumerable.Range(0, Rows).Select(i => i / 7f)];

    private static Dataset<float> Memory => Dataset<float>.FromRows(Values, 3, (float[])[.. Enumerable.Range(0, Rows)], 1).WithWeights(Weights);

    private Dataset<float> Mapped => Dataset<float>.FromArrays(mapped, (float[])[.. Enumerable.Range(0, Rows)], 1).WithWeights(Weights);

    public void Dispose()
    {
        mapped.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Batches_are_those_of_the_set_in_memory(int batchSize, bool shuffle, bool ahead)
    {
        List<float[]> expected = Expected(batchSize, shuffle, epoch: 4);
        foreach (Dataset<float> set in (Dataset<float>[])[Memory, Mapped, Memory.WithAugmentation(static (_, _, _, _, _) => { })])
        {
            using TrainingBatches<float> batches = new(set, batchSize, shuffle, seed: 3, ahead);
            Assert.Equal(expected.Count, batches.StepsOfEpoch);
            Assert.Equal(ahead && batches.StepsOfEpoch > 1 && (set.Source is not null || set.Augmentation is not null), batches.ReadsAhead);
            Assert.Equal(expected, Epoch(batches, 4));
            bool isSame = expected.SelectMany(batch => batch).SequenceEqual(Epoch(batches, 5).SelectMany(batch => batch));
            Assert.NotEqual(shuffle && batches.StepsOfEpoch > 1, isSame);
            Assert.Equal(expected, Epoch(batches, 4));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_epoch_goes_on_at_any_step_as_if_it_had_not_stopped(bool ahead)
    {
        foreach (Dataset<float> set in (Dataset<float>[])[Memory, Noisy(Memory), Noisy(Mapped)])
        {
            using TrainingBatches<float> whole = new(set, 9, shuffle: true, seed: 1, ahead), resumed = new(set, 9, shuffle: true, seed: 1, ahead);
            List<float[]> all = Epoch(whole, 2);
            for (int first = 0; first <= all.Count; first++)
            {
                Assert.Equal(all[first..], Epoch(resumed, 2, first));
            }

            // Another epoch may begin in the middle of one, with a batch on its way.
            resumed.BeginEpoch(1);
            resumed.MoveNext();
            Assert.Equal(all[3..], Epoch(resumed, 2, 3));
        }
    }

    [Fact]
    public void Batches_in_order_are_views_of_the_set()
    {
        Dataset<float> set = Memory;
        using TrainingBatches<float> batches = new(set, 10, shuffle: false, seed: 0);
        batches.BeginEpoch(0, 2);
        Assert.True(batches.MoveNext());
        Assert.True(batches.X == set.X.Slice(60, 30));
        Assert.True(batches.Y == set.Y.Slice(20, 10));
        Assert.True(batches.Weights == set.Weights.Slice(20, 10));
    }

    [Fact]
    public void There_is_no_batch_before_the_first_and_after_the_last()
    {
        using TrainingBatches<float> batches = new(Mapped, 60, shuffle: true, seed: 0);
        Assert.False(batches.MoveNext());
        batches.BeginEpoch(0);
        Assert.Equal((0, 0), (batches.Count, batches.X.Length));
        Assert.True(batches.MoveNext());
        Assert.Equal((60, 180, 60, 60), (batches.Count, batches.X.Length, batches.Y.Length, batches.Weights.Length));
        Assert.True(batches.MoveNext());
        Assert.Equal(41, batches.Count);
        Assert.False(batches.MoveNext());
        Assert.Equal((0, 0), (batches.Count, batches.X.Length));
        Assert.Equal("firstStep", Assert.Throws<ArgumentOutOfRangeException>(() => batches.BeginEpoch(0, 3)).ParamName);
        Assert.Equal("firstStep", Assert.Throws<ArgumentOutOfRangeException>(() => batches.BeginEpoch(0, -1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingBatches<float>(Memory, 0, shuffle: true, seed: 0));
        Assert.Throws<ArgumentNullException>(() => new TrainingBatches<float>(null!, 1, shuffle: true, seed: 0));
    }

    [Fact]
    public void Sets_of_windows_and_sets_without_weights_are_taken_too()
    {
        Dataset<float> windows = Dataset<float>.FromWindows(Values, 1, 4, Values, 1);
        Dataset<float> copy = Dataset<float>.FromRows(windows.X, 4, windows.Y, 1);
        foreach ((int batchSize, bool shuffle) in (ReadOnlySpan<(int, bool)>)[(16, true), (16, false), (1000, true)])
        {
            using TrainingBatches<float> expected = new(copy, batchSize, shuffle, seed: 1), actual = new(windows, batchSize, shuffle, seed: 1);
            Assert.Equal(Epoch(expected, 0), Epoch(actual, 0));
            actual.BeginEpoch(0);
            Assert.True(actual.MoveNext());
            Assert.True(actual.Weights.IsEmpty);
            Assert.False(actual.ReadsAhead);
        }
    }

    [Fact]
    public void Augmentation_changes_copies_alike_in_every_run()
    {
        Dataset<float> set = Memory;
        float[] before = set.X.ToArray();
        using TrainingBatches<float> first = new(Noisy(set), 10, shuffle: true, seed: 1, mayReadAhead: true);
        using TrainingBatches<float> second = new(Noisy(Mapped), 10, shuffle: true, seed: 1, mayReadAhead: false);
        using TrainingBatches<float> other = new(Noisy(set), 10, shuffle: true, seed: 2, mayReadAhead: true);
        using TrainingBatches<float> plain = new(set, 10, shuffle: true, seed: 1);
        List<float[]> noisy = Epoch(first, 3);
        Assert.Equal(noisy, Epoch(second, 3));
        Assert.NotEqual(noisy, Epoch(other, 3));
        Assert.Equal(before, set.X.ToArray());
        Assert.Equal(before, Noisy(set).X.ToArray());

        // What was added to each batch, none like another: neither of another step nor of another epoch.
        float[] Noise(int epoch) => [.. Epoch(first, epoch).Zip(Epoch(plain, epoch), (changed, kept) => changed[0] - kept[0])];
        Assert.Equal(22, Noise(3).Concat(Noise(4)).Distinct().Count());

        // A set in one batch is changed, too.
        using TrainingBatches<float> whole = new(Noisy(set), 1000, shuffle: true, seed: 1);
        Assert.NotEqual(before, Epoch(whole, 0)[0][..before.Length]);
        Assert.Equal(before, set.X.ToArray());
    }

    [Fact]
    public void Augmentation_gets_sizes_and_labels_and_comes_after_those_that_are_there()
    {
        Dataset<float> set = Memory
            .WithAugmentation(static (x, inputSize, y, outputSize, _) =>
            {
                Assert.Equal((3, 1, 3 * y.Length), (inputSize, outputSize, x.Length));
                y[0] = 5;
            })
            .WithAugmentation(static (_, _, y, _, _) => y[0] *= 2);
        Dataset<float>[] made = [set, set.Take(50), set.Shuffle(1), set.DividedBy(2), set.Split(0.5, 1).Second, set.KFold(3, 1)[0].Train];
        foreach (Dataset<float> kept in made)
        {
            using TrainingBatches<float> batches = new(kept, 10, shuffle: true, seed: 1);
            batches.BeginEpoch(0);
            Assert.True(batches.MoveNext());
            Assert.Equal(10, batches.Y[0]);
            foreach (Batch<float> batch in new MiniBatches<float>(kept, 10, seed: 1).BeginEpoch(0))
            {
                Assert.Equal(10, batch.Y[0]);
            }
        }

        Assert.Throws<ArgumentNullException>(() => Memory.WithAugmentation(null!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_an_augmentation_makes_is_refused_where_it_is_not_finite(bool ahead)
    {
        int calls = 0;
        BatchAugmentation<float> spoil = (x, inputSize, y, _, _) =>
        {
            if (++calls == 3)
            {
                x[(4 * inputSize) + 1] = float.NaN;
            }

            y[0] = calls == 5 ? float.PositiveInfinity : y[0];
        };
        using TrainingBatches<float> batches = new(Memory.WithAugmentation(spoil), 10, shuffle: true, seed: 1, ahead);
        batches.BeginEpoch(6, 1);
        Assert.True(batches.MoveNext() && batches.MoveNext());
        string message = Assert.Throws<InvalidOperationException>(() => batches.MoveNext()).Message;
        Assert.StartsWith("The augmentation of the set made NaN of feature 1 of row 4 in the batch of epoch 6, step 3, but", message, StringComparison.Ordinal);
        Assert.Equal(0, batches.Count);

        // The same batch is made anew for whoever asks again.
        Assert.True(batches.MoveNext());
        message = Assert.Throws<InvalidOperationException>(() => batches.MoveNext()).Message;
        Assert.Contains("made Infinity of label 0 of row 0 in the batch of epoch 6, step 4", message, StringComparison.Ordinal);

        Dataset<float> keeps = Dataset<float>.FromRows(Values, 3, new float[Rows], 1, NonFinite.Keep)
            .WithAugmentation(static (x, _, _, _, _) => x[0] = float.NaN);
        using TrainingBatches<float> kept = new(keeps, 10, shuffle: true, seed: 1, ahead);
        kept.BeginEpoch(0);
        Assert.True(kept.MoveNext());
        Assert.Equal(float.NaN, kept.X[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Exceptions_come_through_where_the_batch_is_taken(bool ahead)
    {
        using TrainingBatches<float> thrown = new(Memory.WithAugmentation(static (_, _, _, _, _) => throw new FormatException("mine")), 10, true, 1, ahead);
        thrown.BeginEpoch(0);
        FormatException exception = Assert.Throws<FormatException>(() => thrown.MoveNext());
        Assert.Equal("mine", exception.Message);
        Assert.Contains(nameof(Exceptions_come_through_where_the_batch_is_taken), exception.StackTrace, StringComparison.Ordinal);
        thrown.BeginEpoch(1);
        Assert.Throws<FormatException>(() => thrown.MoveNext());

        using TrainingBatches<float> closed = new(Mapped, 10, shuffle: true, seed: 1, ahead);
        mapped.Dispose();
        closed.BeginEpoch(0);
        Assert.Contains("has been closed", Assert.Throws<ObjectDisposedException>(() => closed.MoveNext()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_batch_is_made_while_the_present_one_is_used()
    {
        using SemaphoreSlim made = new(0);
        int main = Environment.CurrentManagedThreadId;
        int other = main;
        using TrainingBatches<float> batches = new(
            Memory.WithAugmentation((_, _, _, _, _) =>
            {
                other = Environment.CurrentManagedThreadId;
                made.Release();
            }),
            10,
            shuffle: true,
            seed: 1,
            mayReadAhead: true);
        batches.BeginEpoch(0);
        Assert.True(batches.MoveNext());
        float[] present = batches.X.ToArray();

        // The first and the second batch, before the second is asked for; the third is not begun, for its memory is in use.
        Assert.True(made.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.True(made.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.False(made.Wait(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        Assert.Equal(present, batches.X.ToArray());
        Assert.NotEqual(main, other);
    }

    [Fact]
    public void Disposing_ends_the_thread_wherever_it_is()
    {
        for (int steps = 0; steps < 12; steps++)
        {
            int running = 0;
            TrainingBatches<float> batches = new(
                Memory.WithAugmentation((_, _, _, _, _) =>
                {
                    Interlocked.Increment(ref running);
                    Thread.Yield();
                    Interlocked.Decrement(ref running);
                }),
                10,
                shuffle: true,
                seed: 1,
                mayReadAhead: true);
            batches.BeginEpoch(0);
            for (int step = 0; step < steps; step++)
            {
                batches.MoveNext();
            }

            batches.Dispose();
            batches.Dispose();
            Assert.Equal(0, Volatile.Read(ref running));
            Assert.Equal(0, batches.Count);
            Assert.Throws<ObjectDisposedException>(() => batches.MoveNext());
            Assert.Throws<ObjectDisposedException>(() => batches.BeginEpoch(0));
        }

        new TrainingBatches<float>(Mapped, 10, shuffle: true, seed: 1, mayReadAhead: true).Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_under_way_any_more_once_another_epoch_begins_or_all_ends(bool ends)
    {
        using ManualResetEventSlim begun = new(), mayEnd = new();
        using TrainingBatches<float> batches = new(
            Memory.WithAugmentation((x, _, _, _, random) =>
            {
                x[0] = (float)random.NextDouble();
                begun.Set();
                mayEnd.Wait();
            }),
            10,
            shuffle: true,
            seed: 1,
            mayReadAhead: true);
        batches.BeginEpoch(0, 3);
        begun.Wait(TestContext.Current.CancellationToken);
        Task waiting = Task.Factory.StartNew(
            () =>
            {
                if (ends)
                {
                    batches.Dispose();
                }
                else
                {
                    batches.BeginEpoch(0, 1);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Task first = await Task.WhenAny(waiting, Task.Delay(100, TestContext.Current.CancellationToken));
        mayEnd.Set();
        await waiting;
        Assert.NotSame(waiting, first);
        if (!ends)
        {
            Assert.True(batches.MoveNext());
            float[] second = batches.X.ToArray();
            batches.BeginEpoch(0, 1);
            Assert.True(batches.MoveNext());
            Assert.Equal(second, batches.X.ToArray());
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Epochs_allocate_nothing(bool fromFile, bool ahead)
    {
        Dataset<float> set = fromFile ? Noisy(Mapped.DividedBy(3)) : Noisy(Memory);
        using TrainingBatches<float> batches = new(set, 8, shuffle: true, seed: 1, ahead);
        using TrainingBatches<float> inOrder = new(Memory, 8, shuffle: false, seed: 1, ahead);
        float Run()
        {
            float sum = 0;
            for (int epoch = 0; epoch < 20; epoch++)
            {
                batches.BeginEpoch(epoch);
                inOrder.BeginEpoch(epoch);
                while (batches.MoveNext() && inOrder.MoveNext())
                {
                    sum += batches.X[0] + inOrder.X[0];
                }
            }

            return sum;
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_thread_that_reads_ahead_allocates_nothing()
    {
        long allocated = 0;
        Dataset<float> set = Mapped.DividedBy(3).WithAugmentation((_, _, _, _, _) => Volatile.Write(ref allocated, GC.GetAllocatedBytesForCurrentThread()));
        using TrainingBatches<float> batches = new(set, 8, shuffle: true, seed: 1, mayReadAhead: true);
        Epoch(batches, 0);
        long before = Volatile.Read(ref allocated);
        for (int epoch = 1; epoch < 20; epoch++)
        {
            Epoch(batches, epoch);
        }

        Assert.Equal(before, Volatile.Read(ref allocated));
    }

    private static Dataset<float> Noisy(Dataset<float> set) => set.WithAugmentation(static (x, _, _, _, random) =>
    {
        foreach (ref float value in x)
        {
            value += (float)random.NextNormal();
        }
    });

    /// <summary>What TrainingBatches is to give: MiniBatches where it shuffles, else the set in its order.</summary>
    private static List<float[]> Expected(int batchSize, bool shuffle, int epoch)
    {
        List<float[]> expected = [];
        if (shuffle)
        {
            foreach (Batch<float> batch in new MiniBatches<float>(Memory, batchSize, seed: 3).BeginEpoch(epoch))
            {
                expected.Add([.. batch.X, .. batch.Y, .. batch.Weights]);
            }

            return expected;
        }

        for (int first = 0; first < Rows; first += batchSize)
        {
            Dataset<float> part = Memory.Slice(first, Math.Min(batchSize, Rows - first));
            expected.Add([.. part.X, .. part.Y, .. part.Weights]);
        }

        return expected;
    }

    private static List<float[]> Epoch(TrainingBatches<float> batches, int epoch, int firstStep = 0)
    {
        List<float[]> result = [];
        batches.BeginEpoch(epoch, firstStep);
        while (batches.MoveNext())
        {
            Assert.Equal(batches.Count, batches.Y.Length);
            result.Add([.. batches.X, .. batches.Y, .. batches.Weights]);
        }

        return result;
    }
}
