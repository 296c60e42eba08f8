using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Evaluates networks of any size: written once for all of them. Generated networks offer it as <c>Evaluate</c>.</summary>
public static class Evaluator
{
    // Enough examples to keep the vector units busy, few enough that the outputs of a big set never need memory of their own size; and no more outputs than
    // stay in a cache, however many units the output layer has.
    private const int MostExamples = 1024;
    private const int MostOutputs = 1 << 20;

    /// <summary>Computes the cost of a set, and the accuracy or the errors of the predictions.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The set does not fit the network, or its labels the loss.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    public static Evaluation Evaluate<TNetwork, T>(TNetwork network, Dataset<T> data)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Evaluate(network, data, threads: 0);

    /// <summary>As the other, with a bound on the threads.</summary>
    internal static Evaluation Evaluate<TNetwork, T>(TNetwork network, Dataset<T> data, int threads)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        NetworkDescription description = TNetwork.Description;
        DatasetGuard.Fits(data, description, nameof(data));
        Guard.Initialized(network.IsInitialized, description.Name);

        int outputs = TNetwork.OutputSize;
        EvaluationKind kind = KindOf(description);
        IMeasure<T> measure = MeasureOf(kind, data, description.Loss == Loss.Hinge);
        int chunk = Math.Min(Math.Clamp(MostOutputs / outputs, 1, MostExamples), data.Count);
        T[] output = new T[chunk * outputs];
        var features = new FeatureBuffer<T>(data, chunk);
        double loss = 0.0;
        for (int first = 0; first < data.Count; first += chunk)
        {
            int count = Math.Min(chunk, data.Count - first);
            ReadOnlySpan<T> x = features.Of(first, count);
            ReadOnlySpan<T> y = data.Y.Slice(first * outputs, count * outputs);
            network.Predict(x, output, threads);
            loss += network.Cost(x, y, threads) * count;
            measure.Add(y, output.AsSpan(0, y.Length));
        }

        // Outputs can take more memory and time to keep than to measure, so what needs all of them predicts again.
        ulong fingerprint = kind == EvaluationKind.Regression ? 0 : ParameterFingerprint.Of(network.Parameters);
        return measure.Result(loss / data.Count, () => PredictAgain(network, data, chunk, fingerprint, threads));
    }

    /// <summary>Measures outputs that are given.</summary>
    /// <param name="kind">What they say; no regression.</param>
    /// <param name="data">The examples.</param>
    /// <param name="yhat">Their outputs (m, n[L]), which the evaluation keeps.</param>
    /// <param name="cost">Their mean loss.</param>
    internal static Evaluation OfOutputs<T>(EvaluationKind kind, Dataset<T> data, T[] yhat, double cost)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IMeasure<T> measure = MeasureOf(kind, data, isOfMargins: false);
        measure.Add(data.Y, yhat);
        return measure.Result(cost, () => yhat);
    }

    /// <summary>What a network predicts.</summary>
    internal static EvaluationKind KindOf(NetworkDescription description) => (description.Layers[^1].OutputActivation, description.Loss) switch
    {
        (Activation.Softmax, _) => EvaluationKind.OneOfMany,
        (_, Loss.Hinge) => description.OutputSize == 1 ? EvaluationKind.Binary : EvaluationKind.OneOfMany,
        (Activation.Sigmoid, Loss.BinaryCrossEntropy or Loss.Focal) => description.OutputSize == 1 ? EvaluationKind.Binary : EvaluationKind.SeveralLabels,
        _ => EvaluationKind.Regression,
    };

    private static T[] PredictAgain<TNetwork, T>(TNetwork network, Dataset<T> data, int chunk, ulong fingerprint, int threads)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (ParameterFingerprint.Of(network.Parameters) != fingerprint)
        {
            throw new InvalidOperationException(
                $"{TNetwork.Description.Name} has other parameters than when it was evaluated, and what needs all of its outputs is computed when it is first "
                + "asked for: ask for it before the network changes, or evaluate again.");
        }

        // The same parts as before, so that the outputs are the same bits.
        int outputs = TNetwork.OutputSize;
        T[] yhat = GC.AllocateUninitializedArray<T>(data.Y.Length);
        var features = new FeatureBuffer<T>(data, chunk);
        for (int first = 0; first < data.Count; first += chunk)
        {
            int count = Math.Min(chunk, data.Count - first);
            network.Predict(features.Of(first, count), yhat.AsSpan(first * outputs, count * outputs), threads);
        }

        return yhat;
    }

    private static IMeasure<T> MeasureOf<T>(EvaluationKind kind, Dataset<T> data, bool isOfMargins)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => kind switch
        {
            EvaluationKind.Regression => new ErrorMeasure<T>(data),
            EvaluationKind.SeveralLabels => new LabelMeasure<T>(data),
            _ => new ClassMeasure<T>(data, isOfMargins),
        };
}
