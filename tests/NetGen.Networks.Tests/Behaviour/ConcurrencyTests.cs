using System.Numerics;
using NetGen.Networks.Tests.Cases;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>What may happen at the same time: predictions on one network, and training of different networks.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;

    [Fact]
    public void EightThreadsPredictOnOneNetworkWhatOneThreadPredicts() => Representatives.ForEach(networkCase => new PredictTogether(networkCase));

    [Fact]
    public void NetworksTrainedAtTheSameTimeLearnWhatTheyLearnAlone() => Representatives.ForEach(networkCase => new TrainTogether(networkCase));

    [Fact]
    public void TwoTrainingsAtTheSameTimeReachWhatTheyReachAlone() => Representatives.ForEach(networkCase => new FitTogether(networkCase));

    /// <summary>Runs an action on several threads that all start at once, and brings back what one of them threw.</summary>
    private static void Together(int threads, Action<int> action)
    {
        using var start = new Barrier(threads);
        var failures = new Exception?[threads];
        Thread[] team = [.. Enumerable.Range(0, threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            failures[i] = Record.Exception(() => action(i));
        }))];
        Array.ForEach(team, thread => thread.Start());
        Array.ForEach(team, thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }

    private sealed class PredictTogether(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var batch = new RandomBatch<T>(TNet.Description, networkCase.Examples, networkCase.Seed);
            var alone = new TNet();
            alone.Initialize(seed: 1);
            T[] expected = Predictions<TNet, T>(alone, batch.X, networkCase.Examples);
            T[] expectedOfSingles = Predictions<TNet, T>(alone, batch.X, 1);

            // A network that has not predicted yet: all threads find its weights unpacked.
            var network = new TNet();
            network.SetParameters(alone.Parameters);

            Together(Threads, i =>
            {
                for (int repetition = 0; repetition < 3; repetition++)
                {
                    // Half of them predict the batch and half one example after the other.
                    (int at, T[] wanted) = (i + repetition) % 2 == 0 ? (networkCase.Examples, expected) : (1, expectedOfSingles);
                    Assert.True(wanted.AsSpan().SequenceEqual(Predictions<TNet, T>(network, batch.X, at)), $"{at} examples at a time");
                }
            });
        }

        private static T[] Predictions<TNet, T>(TNet network, T[] x, int at)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            int examples = x.Length / TNet.InputSize;
            var output = new T[examples * TNet.OutputSize];
            for (int i = 0; i < examples; i += at)
            {
                network.Predict(x.AsSpan(i * TNet.InputSize, at * TNet.InputSize), output.AsSpan(i * TNet.OutputSize, at * TNet.OutputSize));
            }

            return output;
        }
    }

    private sealed class TrainTogether(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var batch = new RandomBatch<T>(TNet.Description, networkCase.Examples, networkCase.Seed);
            T[] alone = Train<TNet, T>(batch);
            Together(3, _ => Assert.True(alone.AsSpan().SequenceEqual(Train<TNet, T>(batch)), "other parameters when several networks train at once"));
        }

        private static T[] Train<TNet, T>(RandomBatch<T> batch)
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = new TNet();
            network.Initialize(seed: 1);
            var optimizer = new Momentum<T>(0.1);
            for (int step = 0; step < 3; step++)
            {
                network.TrainStep(batch.X, batch.Y, ref optimizer, threads: 2);
            }

            return network.Parameters.ToArray();
        }
    }

    private sealed class FitTogether(NetworkCase networkCase) : INetworkAction
    {
        public void Run<TNet, T>()
            where TNet : class, INetwork<TNet, T>, new()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            // What trainings share is the same for larger ones, which take long.
            const int MostParameters = 20_000;
            if (TNet.ParameterCount > MostParameters)
            {
                return;
            }

            var batch = new RandomBatch<T>(TNet.Description, networkCase.Examples, networkCase.Seed);
            Dataset<T> data = Dataset<T>.FromRows(batch.X, TNet.InputSize, batch.Y, TNet.OutputSize);
            var options = new TrainingOptions
            {
                Epochs = 2,
                BatchSize = Math.Max(1, networkCase.Examples / 3),
                AccumulateBatches = 2,
                ClipNorm = 1.0,
                WeightDecay = 0.01,
                AverageDecay = 0.5,
                Schedule = Schedule.Cosine(),
                Validation = data,
            };
            T[][] alone = [Train(options), Train(options with { Seed = 1 })];
            var together = new T[2][];
            Together(2, i => together[i] = Train(options with { Seed = i }));
            Assert.Equal(alone, together);

            T[] Train(TrainingOptions asked)
            {
                var network = new TNet();
                network.Initialize(seed: 1);
                Trainer.Fit(network, data, new Adam<T>(), asked);
                return network.Parameters.ToArray();
            }
        }
    }
}
