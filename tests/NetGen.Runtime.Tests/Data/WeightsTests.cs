namespace NetGen.Runtime.Tests.Data;

/// <summary>Weights stay with their examples, whatever is made of a set.</summary>
public class WeightsTests
{
    private const int Count = 30;

    /// <summary>Feature, label and weight say which example it is.</summary>
    private static Dataset<float> Data => Dataset<float>.FromRows(
        [.. Enumerable.Range(0, Count)], 1, (float[])[.. Enumerable.Range(0, Count)], 1).WithWeights([.. Enumerable.Range(0, Count)]);

    public static TheoryData<string> Made => [.. Ways.Keys];

    private static readonly Dictionary<string, Func<Dataset<float>, Dataset<float>[]>> Ways = new()
    {
        ["Take"] = data => [data.Take(7)],
        ["Slice"] = data => [data.Slice(4, 9)],
        ["Shuffle"] = data => [data.Shuffle(1)],
        ["DividedBy"] = data => [data.DividedBy(1)],
        ["Split"] = data => [data.Split(0.3, 1).First, data.Split(0.3, 1).Second],
        ["StratifiedSplit"] = data => [data.StratifiedSplit<int>(0.3, [.. Enumerable.Range(0, Count).Select(i => i % 2)], 1).Second],
        ["GroupSplit"] = data => [data.GroupSplit<int>(0.3, [.. Enumerable.Range(0, Count).Select(i => i % 5)], 1).First],
        ["KFold"] = data => [.. data.KFold(4, 1).SelectMany(fold => (Dataset<float>[])[fold.Train, fold.Validation])],
        ["Scaling"] = data => [new MinMaxScaling<float>([0f], [1f]).Apply(data)],
        ["Augmentation"] = data => [data.WithAugmentation((_, _, _, _, _) => { }).Shuffle(2)],
    };

    [Theory]
    [MemberData(nameof(Made))]
    public void Weights_go_with_their_examples(string way)
    {
        foreach (Dataset<float> part in Ways[way](Data))
        {
            Assert.Equal(part.Count, part.Weights.Length);
            Assert.Equal(part.X.ToArray(), part.Weights.ToArray());
            Assert.Equal(part.Y.ToArray(), part.Weights.ToArray());
        }

        Assert.All(Ways[way](Dataset<float>.FromRows(new float[Count], 1, new float[Count], 1)), part => Assert.True(part.Weights.IsEmpty));
    }

    [Fact]
    public void Windows_have_weights_each()
    {
        float[] series = [.. Enumerable.Range(0, 20)];
        var windows = Dataset<float>.FromWindows(series, 1, 3, series, 1);
        Dataset<float> weighted = windows.WithWeights(windows.Y);
        (Dataset<float> first, _) = weighted.Split(0.5, 1);
        Assert.Equal(first.Y.ToArray(), first.Weights.ToArray());
        Assert.True(windows.Weights.IsEmpty);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    public void Batches_bring_the_weights_of_their_examples(int batchSize)
    {
        foreach (Batch<float> batch in new MiniBatches<float>(Data, batchSize, seed: 1).BeginEpoch(0))
        {
            Assert.Equal(batch.Count, batch.Weights.Length);
            Assert.True(batch.Weights.SequenceEqual(batch.X));
        }

        foreach (Batch<float> batch in new MiniBatches<float>(Dataset<float>.FromRows([1, 2, 3], 1, [1f, 2, 3], 1), batchSize, seed: 1).BeginEpoch(0))
        {
            Assert.True(batch.Weights.IsEmpty);
        }
    }

    [Fact]
    public void The_set_stays_what_it_is_whatever_happens_to_the_weights()
    {
        float[] weights = [.. Enumerable.Range(0, Count)];
        Dataset<float> data = Data.WithWeights(weights);
        weights.AsSpan().Clear();
        Assert.Equal(Data.Weights.ToArray(), data.Weights.ToArray());

        // A part may have no weight but zeros.
        Assert.Equal([0f], Data.Take(1).Weights.ToArray());
    }

    [Fact]
    public void Weights_that_are_none_are_refused()
    {
        Refused("There are 30 examples, but weights holds 2: each example needs its weight.", [1, 2]);
        Refused("weights holds -0.5 for example 3, but a weight is a finite number that is not negative.", Ones(3, -0.5f));
        Refused("weights holds NaN for example 29, but", Ones(29, float.NaN));
        Refused("weights holds Infinity for example 0, but", Ones(0, float.PositiveInfinity));
        Refused("All weights are zero, so that no example counts", new float[Count]);
        Assert.Equal(Count, Data.WithWeights(Ones(0, 0)).Weights.Length);
    }

    private static float[] Ones(int place, float value) => [.. Enumerable.Range(0, Count).Select(i => i == place ? value : 1)];

    private static void Refused(string message, float[] weights)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Data.WithWeights(weights));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("weights", refusal.ParamName);
    }
}
