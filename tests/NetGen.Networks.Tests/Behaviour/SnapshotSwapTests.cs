namespace NetGen.Networks.Tests.Behaviour;

/// <summary>A service's use of a network: it trains on one thread, which replaces the snapshot that all others predict with.</summary>
public sealed partial class SnapshotSwapTests
{
    private const int Readers = 3;
    private const int Swaps = 200;

    [Fact]
    public Task EveryAnswerOfTheTiledPlanIsThatOfOneSnapshot() => EveryAnswerIsThatOfOneSnapshot<Tiled, Tiled.Predictor>(
        static net => net.CreatePredictor(), static (predictor, x, output) => predictor.Predict(x, output));

    [Fact]
    public Task EveryAnswerOfTheRegisterPlanIsThatOfOneSnapshot() => EveryAnswerIsThatOfOneSnapshot<Small, Small.Predictor>(
        static net => net.CreatePredictor(), static (predictor, x, output) => predictor.Predict(x, output));

    [Fact]
    public Task EveryAnswerOfFoldedNormalizationsIsThatOfOneSnapshot() => EveryAnswerIsThatOfOneSnapshot<Normalized, Normalized.Predictor>(
        static net => net.CreatePredictor(), static (predictor, x, output) => predictor.Predict(x, output));

    private static async Task EveryAnswerIsThatOfOneSnapshot<TNet, TPredictor>(Func<TNet, TPredictor> createPredictor, Predict<TPredictor> predict)
        where TNet : class, INetwork<TNet, float>, new()
        where TPredictor : class
    {
        float[] x = [.. Enumerable.Range(0, 32 * TNet.InputSize).Select(i => MathF.Sin(i))];
        float[] y = [.. Enumerable.Range(0, 32 * TNet.OutputSize).Select(i => i % 2f)];
        var net = new TNet();
        net.Initialize(seed: 1);
        var adam = new Adam<float>(0.01);
        var published = new List<Numbered<TPredictor>> { new(0, createPredictor(net), net.Parameters.ToArray()) };
        Numbered<TPredictor> current = published[0];
        bool isOver = false;

        Task<List<(int Number, float[] Answer)>>[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Run(() =>
        {
            var answers = new List<(int, float[])>();
            do
            {
                Numbered<TPredictor> snapshot = Volatile.Read(ref current);
                var answer = new float[TNet.OutputSize];
                predict(snapshot.Predictor, x.AsSpan(0, TNet.InputSize), answer);
                answers.Add((snapshot.Number, answer));
            }
            while (!Volatile.Read(ref isOver));
            return answers;
        }))];

        for (int number = 1; number <= Swaps; number++)
        {
            net.TrainStep(x, y, ref adam);
            published.Add(new(number, createPredictor(net), net.Parameters.ToArray()));
            Volatile.Write(ref current, published[^1]);
        }

        Volatile.Write(ref isOver, true);
        var again = new TNet();
        foreach (List<(int Number, float[] Answer)> answers in await Task.WhenAll(readers))
        {
            foreach (IGrouping<int, (int Number, float[] Answer)> same in answers.GroupBy(answer => answer.Number))
            {
                // What a network with the parameters of that moment answers.
                again.SetParameters(published[same.Key].Parameters);
                var expected = new float[TNet.OutputSize];
                again.Predict(x.AsSpan(0, TNet.InputSize), expected);
                Assert.All(same, answer => Assert.Equal(expected, answer.Answer));
            }
        }

        // The snapshots differ, or the comparison would say nothing.
        Assert.NotEqual(published[0].Parameters, published[^1].Parameters);
    }

    private delegate void Predict<TPredictor>(TPredictor predictor, ReadOnlySpan<float> x, Span<float> output);

    private sealed record Numbered<TPredictor>(int Number, TPredictor Predictor, float[] Parameters);

    [Layers(20, 40, 3, Output = Activation.Sigmoid)]
    private sealed partial class Tiled;

    [Layers(2, 4, 1)]
    private sealed partial class Small;

    [Layers(20, 40, 3, Output = Activation.Sigmoid)]
    [Layer(1, BatchNorm = true, Dropout = 0.2)]
    private sealed partial class Normalized;
}
