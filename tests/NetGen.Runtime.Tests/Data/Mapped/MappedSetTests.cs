using NetGen.Runtime.Tests.Training;

namespace NetGen.Runtime.Tests.Data.Mapped;

/// <summary>Sets of mapped files, against the same sets in memory.</summary>
public sealed class MappedSetTests : IDisposable
{
    private const int Rows = 300;

    private static readonly double[] Values = [.. Enumerable.Range(0, 2 * Rows).Select(i => Math.Round(100 * Math.Sin(i)) + 100)];

    private static readonly double[] Labels = [.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? 1.0 : 0.0)];

    private readonly TemporaryFolder folder = new();
    private readonly MappedArray mapped;

    public MappedSetTests()
    {
        NpyFile.Write<byte>(folder["x.npy"], Array.ConvertAll(Values, value => (byte)value), Rows, 1, 2);
        mapped = NpyFile.Map(folder["x.npy"]);
    }

    public void Dispose()
    {
        mapped.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_factory_gives_the_set_that_reading_gives()
    {
        NdArray read = NpyFile.Read(folder["x.npy"]);
        int[] classes = [.. Enumerable.Range(0, Rows).Select(i => i % 3)];
        var y = NdArray.Create<double>(Labels, Rows);
        var numbers = NdArray.Create<int>(classes, Rows);
        Dataset<double> expected = Dataset<double>.FromArrays(read, y), kinds = Dataset<double>.FromArrays(read, numbers, 3);
        AssertEqual(expected, Dataset<double>.FromArrays(mapped, Labels, 1));
        AssertEqual(expected, Dataset<double>.FromArrays(mapped, y));
        AssertEqual(kinds, Dataset<double>.FromArrays(mapped, classes, 3));
        AssertEqual(kinds, Dataset<double>.FromArrays(mapped, numbers, 3));
    }

    [Fact]
    public void Whatever_is_made_of_a_mapped_set_equals_what_is_made_of_one_in_memory()
    {
        (Dataset<double> memory, Dataset<double> file) = Both();
        AssertEqual(memory.Slice(3, 20), file.Slice(3, 20));
        AssertEqual(memory.Shuffle(5).Take(9), file.Shuffle(5).Take(9));
        AssertEqual(memory.DividedBy(255), file.DividedBy(255));
        AssertEqual(memory.DividedBy(255).DividedBy(0.3), file.DividedBy(255).DividedBy(0.3));
        AssertEqual(memory.Split(0.7, seed: 2).Second, file.Split(0.7, seed: 2).Second);
        AssertEqual(memory.StratifiedSplit(0.7, seed: 2).First, file.StratifiedSplit(0.7, seed: 2).First);
        AssertEqual(memory.KFold(3, seed: 2)[1].Train, file.KFold(3, seed: 2)[1].Train);
        AssertEqual(Standardization<double>.Fit(memory).Apply(memory), Standardization<double>.Fit(file).Apply(file));
        AssertEqual(MinMaxScaling<double>.Fit(memory).Apply(memory.Shuffle(1)), MinMaxScaling<double>.Fit(file).Apply(file.Shuffle(1)));
        Assert.Equal(Standardization<double>.Fit(memory).Deviations.ToArray(), Standardization<double>.Fit(file).Deviations.ToArray());
    }

    [Fact]
    public void Nothing_reads_all_of_the_file_into_memory()
    {
        // 40 MB of file; a copy in memory would be 160 MB.
        const int Count = 10_000, Length = 4_000;
        NpyFile.Write<byte>(folder["large.npy"], new byte[Count * Length], Count, Length);
        using MappedArray large = NpyFile.Map(folder["large.npy"]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Dataset<float> set = Dataset<float>.FromArrays(large, new int[Count], 2).DividedBy(255);
        (Dataset<float> train, Dataset<float> test) = Standardization<float>.Fit(set).Apply(set).Split(0.8, seed: 1);
        foreach (Batch<float> batch in new MiniBatches<float>(train, 16, seed: 1).BeginEpoch(0))
        {
            Assert.Equal(batch.Count * Length, batch.X.Length);
        }

        Assert.Equal(0f, test.Features(3)[7]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(32, false)]
    [InlineData(5000, true)]
    public void Fit_makes_the_same_steps(int batchSize, bool shuffle)
    {
        var options = new TrainingOptions { Epochs = 3, BatchSize = batchSize, Shuffle = shuffle };
        (Dataset<double> memory, Dataset<double> file) = Both();
        double[] trained = Trained(memory.DividedBy(255), options);
        Assert.Equal(trained, Trained(file.DividedBy(255), options));

        // With noise, others; the same in memory and from a file, and in one training as in two.
        double[] noisy = Trained(Noisy(memory.DividedBy(255)), options);
        Assert.NotEqual(trained, noisy);
        Assert.Equal(noisy, Trained(Noisy(file.DividedBy(255)), options));
        var network = new LogisticNet();
        double firstCost = Trained(Noisy(file.DividedBy(255)), options with { Epochs = 1 }, network)[3];
        double[] continued = Trained(Noisy(file.DividedBy(255)), options with { Epochs = 2, FirstEpoch = 1 }, network);
        Assert.Equal(noisy[..3], continued[..3]);
        Assert.Equal(noisy[3], firstCost);
        Assert.Equal(noisy[4..], continued[3..]);
    }

    [Fact]
    public void Costs_and_evaluations_are_of_the_set_as_it_is()
    {
        var network = new LogisticNet();
        network.SetParameters([-1, 1, 0.1]);
        (Dataset<double> memory, _) = Both();
        Dataset<double> noisy = Noisy(memory);
        Assert.Equal(Evaluator.Evaluate<LogisticNet, double>(network, memory).Cost, Evaluator.Evaluate<LogisticNet, double>(network, noisy).Cost);
        Assert.Equal(Standardization<double>.Fit(memory).Means.ToArray(), Standardization<double>.Fit(noisy).Means.ToArray());
    }

    [Fact]
    public void Evaluate_and_importance_measure_the_same()
    {
        var network = new LogisticNet();
        network.SetParameters([-1, 1, 0.1]);
        (Dataset<double> memory, Dataset<double> file) = Both();
        Evaluation expected = Evaluator.Evaluate<LogisticNet, double>(network, memory), actual = Evaluator.Evaluate<LogisticNet, double>(network, file);
        Assert.Equal((expected.Cost, expected.Accuracy, expected.RocAuc), (actual.Cost, actual.Accuracy, actual.RocAuc));
        Assert.Equal(
            PermutationImportance.Measure(network, memory).Select(importance => importance.Mean),
            PermutationImportance.Measure(network, file).Select(importance => importance.Mean));
        Assert.Equal(BestCost(memory.DividedBy(255)), BestCost(file.DividedBy(255)), 1e-14);
    }

    [Fact]
    public void What_is_not_finite_is_refused_as_in_memory()
    {
        float[] values = [1, 2, 3, 4, 5, float.NaN, 7, float.PositiveInfinity];
        NpyFile.Write<float>(folder["nan.npy"], values, 4, 2);
        using MappedArray holes = NpyFile.Map(folder["nan.npy"]);
        float[] y = new float[4];
        string expected = Assert.Throws<ArgumentException>(() => Dataset<float>.FromRows(values, 2, y, 1)).Message;
        Assert.StartsWith("x holds NaN in row 2, column 1 (feature 1 of example 2), but", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Dataset<float>.FromArrays(holes, y, 1)).Message);

        Dataset<float> kept = Dataset<float>.FromArrays(holes, y, 1, NonFinite.Keep);
        Assert.Equal(values, kept.X.ToArray());
        Assert.Equal(
            ("train", true),
            Fitting(() => Standardization<float>.Fit(kept), "Feature 1 holds a value that is not finite, NaN in row 2"));
        Assert.Equal(("train", true), Fitting(() => MinMaxScaling<float>.Fit(kept), "Feature 1 holds a value that is not finite, NaN in row 2"));
    }

    [Fact]
    public void What_the_type_cannot_hold_is_refused_as_in_memory()
    {
        NpyFile.Write<double>(folder["wide.npy"], [1, 2, 3, double.NaN, 1e200, 6], 3, 2);
        using MappedArray wide = NpyFile.Map(folder["wide.npy"]);
        foreach (NonFinite nonFinite in (NonFinite[])[NonFinite.Keep, NonFinite.Refuse])
        {
            string message = Assert.Throws<ArgumentException>(() => Dataset<float>.FromArrays(wide, [1f, 2, 3], 1, nonFinite)).Message;
            Assert.StartsWith(
                nonFinite == NonFinite.Keep
                    ? "x holds 1E+200 in row 2, column 0 (feature 0 of example 2), which float cannot hold"
                    : "x holds NaN in row 1, column 1 (feature 1 of example 1)",
                message,
                StringComparison.Ordinal);
        }

        NpyFile.Write<float>(folder["high.npy"], [1, 2, 3e38f, 4], 2, 2);
        using MappedArray high = NpyFile.Map(folder["high.npy"]);
        Dataset<float> file = Dataset<float>.FromArrays(high, [1f, 2], 1);
        Dataset<float> memory = Dataset<float>.FromArrays(NpyFile.Read(folder["high.npy"]), NdArray.Create<float>([1, 2], 2));
        string divided = Assert.Throws<ArgumentOutOfRangeException>(() => memory.DividedBy(0.5)).Message;
        Assert.Equal(divided, Assert.Throws<ArgumentOutOfRangeException>(() => file.DividedBy(0.5)).Message);
    }

    [Fact]
    public void Labels_that_do_not_fit_are_refused()
    {
        Refused("x holds 300 examples, but y holds 2", () => Dataset<double>.FromArrays(mapped, [1.0, 2.0], 1));
        Refused("x holds 300 examples, but classes holds 2", () => Dataset<double>.FromArrays(mapped, [1, 0], 2));
        Refused("x holds 300 examples, but y holds 2", () => Dataset<double>.FromArrays(mapped, NdArray.Create<double>([1, 0], 2)));
        Refused("Example 7 is of class 3, but", () => Dataset<double>.FromArrays(mapped, [.. Enumerable.Range(0, Rows).Select(i => i == 7 ? 3 : 0)], 3));
        Refused("y holds NaN in row 5", () => Dataset<double>.FromArrays(mapped, [.. Labels.Select((y, i) => i == 5 ? double.NaN : y)], 1));
        Assert.Throws<ArgumentNullException>(() => Dataset<double>.FromArrays((MappedArray)null!, Labels, 1));
        Assert.Throws<ArgumentNullException>(() => Dataset<double>.FromArrays(mapped, (NdArray)null!, 3));
    }

    [Fact]
    public void A_set_of_a_closed_file_says_so()
    {
        Dataset<double> file = Both().File;
        mapped.Dispose();
        Assert.Contains("x.npy has been closed", Assert.Throws<ObjectDisposedException>(() => file.Features(0).Length).Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => file.X.Length);
        Assert.Throws<ObjectDisposedException>(() => Trainer.Fit<LogisticNet, double>(new LogisticNet(), file));
        Assert.Throws<ObjectDisposedException>(() => Dataset<double>.FromArrays(mapped, Labels, 1).Features(0).Length);
    }

    private static double BestCost(Dataset<double> validation)
    {
        var descent = new GradientDescent<double>(0.1);
        return Trainer.Fit<LogisticNet, double, GradientDescent<double>>(
            new LogisticNet(), validation, ref descent, new TrainingOptions { Epochs = 2, Validation = validation }).BestValidationCost!.Value;
    }

    /// <summary>The parameters after a training, and its costs.</summary>
    private static double[] Trained(Dataset<double> data, TrainingOptions options, LogisticNet? network = null)
    {
        network ??= new LogisticNet();
        var descent = new GradientDescent<double>(0.1);
        TrainingResult result = Trainer.Fit<LogisticNet, double, GradientDescent<double>>(network, data, ref descent, options);
        return [.. network.Parameters, .. result.History.Select(record => record.Cost)];
    }

    private static Dataset<double> Noisy(Dataset<double> set) => set.WithAugmentation(static (x, _, _, _, random) =>
    {
        foreach (ref double value in x)
        {
            value += random.NextNormal();
        }
    });

    private static (string? ParamName, bool SaysIt) Fitting(Action fit, string message)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(fit);
        return (refusal.ParamName, refusal.Message.StartsWith(message, StringComparison.Ordinal));
    }

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static void AssertEqual(Dataset<double> expected, Dataset<double> actual)
    {
        Assert.NotNull(actual.Source);
        Assert.Equal(expected.ToString(), actual.ToString());
        Assert.Equal(expected.X.ToArray(), Enumerable.Range(0, actual.Count).SelectMany(i => actual.Features(i).ToArray()));
        Assert.Equal(expected.X.ToArray(), actual.X.ToArray());
        Assert.Equal(expected.Y.ToArray(), actual.Y.ToArray());
        Assert.Equal(expected.Classes.ToArray(), actual.Classes.ToArray());
    }

    private (Dataset<double> Memory, Dataset<double> File) Both() =>
        (Dataset<double>.FromRows(Values, 2, Labels, 1), Dataset<double>.FromArrays(mapped, Labels, 1));
}
