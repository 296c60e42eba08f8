namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>Predictions use the newest parameters and statistics, however they have come to be what they are.</summary>
public class FoldTests
{
    private readonly GraphBatch<float> batch = new(NormalizedNet.Description, examples: 37);

    [Fact]
    public void APredictionAfterAnyChangeIsThatOfAFreshNetworkWithTheSameParameters()
    {
        var network = new NormalizedNet();
        network.Initialize(seed: 1);
        float[] last = Check(network);
        var adam = new Adam<float>(0.01);
        Changes(() => network.TrainStep(batch.X, batch.Y, ref adam));
        Changes(() => network.TrainStepWithCost(batch.X, batch.Y, ref adam, threads: 3));
        Changes(() => network.stem_mean.CopyFrom([.. Enumerable.Range(0, 65).Select(static unit => unit / 65f)]));
        Changes(() => network.stem_variance.CopyFrom([.. Enumerable.Range(1, 65).Select(static unit => unit / 9f)]));
        Changes(() => network.stem_gamma.CopyFrom([.. Enumerable.Range(1, 65).Select(static unit => unit / 30f)]));
        float[] kept = network.Parameters.ToArray(), gradients = new float[NormalizedNet.ParameterCount];
        Changes(() =>
        {
            network.ComputeGradients(batch.X, batch.Y, gradients);
            network.ApplyGradients(gradients, ref adam);
        });
        Changes(() => network.SetParameters(kept));
        using var stream = new MemoryStream();
        network.Save(stream);
        Changes(() => network.TrainStep(batch.X, batch.Y, ref adam));
        stream.Position = 0;
        Changes(() => network.Load(stream));
        Assert.Equal(kept, network.Parameters);
        Changes(() => network.Initialize(seed: 2));

        void Changes(Action change)
        {
            change();
            float[] now = Check(network);
            Assert.NotEqual(last, now);
            last = now;
        }
    }

    [Fact]
    public void APredictorKeepsTheStatisticsThatItWasMadeWith()
    {
        var network = new NormalizedNet();
        network.Initialize(seed: 1);
        network.TrainStep(batch.X, batch.Y, learningRate: 0.1);
        NormalizedNet.Predictor predictor = network.CreatePredictor();
        float[] before = network.Predict(batch.X);
        network.TrainStep(batch.X, batch.Y, learningRate: 0.1);
        Assert.Equal(before, predictor.Predict(batch.X));
        Assert.NotEqual(before, network.Predict(batch.X));
    }

    [Fact]
    public void ASavedNetworkIsLoadedWithTheSameBits()
    {
        var (normalized, table, frozen) = (new NormalizedNet(), new TableNet(), new FrozenNet());
        normalized.Initialize(seed: 1);
        table.Initialize(seed: 1);
        frozen.Initialize(seed: 1);
        normalized.TrainStep(batch.X, batch.Y, learningRate: 0.1);
        var ofTable = new GraphBatch<float>(TableNet.Description, examples: 20);
        table.Fit(Dataset<float>.FromRows(ofTable.X, TableNet.InputSize, ofTable.Y, 1), new TrainingOptions { Epochs = 1 });
        Assert.NotEqual(0, table.standardize1_mean[0]);
        var ofFrozen = new GraphBatch<double>(FrozenNet.Description, examples: 20);
        frozen.TrainStep(ofFrozen.X, ofFrozen.Y, learningRate: 0.1);

        var (otherNormalized, otherTable, otherFrozen) = (new NormalizedNet(), new TableNet(), new FrozenNet());
        Through(stream => normalized.Save(stream), stream => otherNormalized.Load(stream));
        Through(stream => table.Save(stream), stream => otherTable.Load(stream));
        Through(stream => frozen.Save(stream), stream => otherFrozen.Load(stream));
        Assert.Equal(normalized.Parameters, otherNormalized.Parameters);
        Assert.Equal(table.Parameters, otherTable.Parameters);
        Assert.Equal(frozen.Parameters, otherFrozen.Parameters);
        Assert.Equal(normalized.Predict(batch.X), otherNormalized.Predict(batch.X));
        Assert.Equal(table.Predict(ofTable.X), otherTable.Predict(ofTable.X));
        Assert.Equal(frozen.Predict(ofFrozen.X), otherFrozen.Predict(ofFrozen.X));

        static void Through(Action<Stream> save, Action<Stream> load)
        {
            using var stream = new MemoryStream();
            save(stream);
            stream.Position = 0;
            load(stream);
        }
    }

    private float[] Check(NormalizedNet network)
    {
        var fresh = new NormalizedNet();
        fresh.SetParameters(network.Parameters);
        float[] outputs = network.Predict(batch.X);
        Assert.Equal(fresh.Predict(batch.X), outputs);
        Assert.Equal(fresh.Predict(batch.X.AsSpan(0, NormalizedNet.InputSize)), network.Predict(batch.X.AsSpan(0, NormalizedNet.InputSize)));
        Assert.Equal(fresh.Cost(batch.X, batch.Y), network.Cost(batch.X, batch.Y));
        return outputs;
    }
}
