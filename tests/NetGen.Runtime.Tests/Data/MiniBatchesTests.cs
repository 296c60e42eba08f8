namespace NetGen.Runtime.Tests.Data;

public class MiniBatchesTests
{
    private static Dataset<float> Numbered(int count) => Dataset<float>.FromRows(
        [.. Enumerable.Range(0, count).SelectMany(i => (float[])[i, -i])], 2, [.. Enumerable.Range(0, count).Select(i => (float)i)], 1);

    private static List<float[]> Labels(MiniBatches<float> batches, int epoch)
    {
        List<float[]> labels = [];
        foreach (Batch<float> batch in batches.BeginEpoch(epoch))
        {
            labels.Add(batch.Y.ToArray());
        }

        return labels;
    }

    [Theory]
    [InlineData(10, 3, new[] { 3, 3, 3, 1 })]
    [InlineData(10, 5, new[] { 5, 5 })]
    [InlineData(3, 1, new[] { 1, 1, 1 })]
    public void An_epoch_holds_every_example_once_and_the_last_batch_the_rest(int count, int batchSize, int[] sizes)
    {
        MiniBatches<float> batches = new(Numbered(count), batchSize, seed: 1);
        List<float[]> labels = Labels(batches, epoch: 0);
        Assert.Equal(sizes.Length, batches.Count);
        Assert.Equal(sizes, labels.Select(batch => batch.Length));
        Assert.Equal(Enumerable.Range(0, count).Select(i => (float)i), labels.SelectMany(batch => batch).Order());
    }

    [Fact]
    public void Features_stay_with_their_labels()
    {
        foreach (Batch<float> batch in new MiniBatches<float>(Numbered(20), 6, seed: 2).BeginEpoch(1))
        {
            Assert.Equal(batch.Count * 2, batch.X.Length);
            for (int i = 0; i < batch.Count; i++)
            {
                Assert.Equal((batch.Y[i], -batch.Y[i]), (batch.X[2 * i], batch.X[(2 * i) + 1]));
            }
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(99)]
    public void A_batch_size_of_the_whole_set_gives_the_set_as_it_is(int batchSize)
    {
        Dataset<float> data = Numbered(10);
        MiniBatches<float> batches = new(data, batchSize, seed: 1);
        int count = 0;
        foreach (Batch<float> batch in batches.BeginEpoch(0))
        {
            Assert.True(batch.X == data.X);
            Assert.True(batch.Y == data.Y);
            count++;
        }

        Assert.Equal(1, count);
        Assert.Equal(10, batches.BatchSize);
    }

    [Fact]
    public void The_order_depends_on_the_seed_and_the_epoch_alone()
    {
        MiniBatches<float> batches = new(Numbered(50), 7, seed: 1);
        List<float[]> third = Labels(batches, epoch: 3);
        Assert.NotEqual(third, Labels(batches, epoch: 4));
        Assert.Equal(third, Labels(batches, epoch: 3));
        Assert.Equal(third, Labels(new(Numbered(50), 7, seed: 1), epoch: 3));
        Assert.NotEqual(third, Labels(new(Numbered(50), 7, seed: 2), epoch: 3));
    }

    [Fact]
    public void Epochs_allocate_nothing()
    {
        MiniBatches<float> batches = new(Numbered(100), 8, seed: 1);
        float Run()
        {
            float sum = 0;
            for (int epoch = 0; epoch < 20; epoch++)
            {
                foreach (Batch<float> batch in batches.BeginEpoch(epoch))
                {
                    sum += batch.X[0];
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
    public void A_batch_size_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new MiniBatches<float>(Numbered(3), 0, seed: 1));
}
