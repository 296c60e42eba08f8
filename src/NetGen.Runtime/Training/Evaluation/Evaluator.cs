using System.Numerics;

namespace NetGen;

/// <summary>Evaluates networks of any size: written once for all of them. Generated networks offer it as <c>Evaluate</c>.</summary>
public static class Evaluator
{
    // Enough examples to keep the vector units busy, few enough that the outputs of a big set never need memory of their own size.
    private const int ChunkSize = 1024;

    /// <summary>Computes the cost of a set, and the accuracy or the errors of the predictions.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The set does not fit the network.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialised.</exception>
    public static Evaluation Evaluate<TNetwork, T>(TNetwork network, Dataset<T> data)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        NetworkDescription description = TNetwork.Description;
        DatasetGuard.Fits(data, description, nameof(data));
        Guard.Initialized(network.IsInitialized, description.Name);

        int outputs = TNetwork.OutputSize;
        ConfusionMatrix? confusion = IsClassifier(description) ? new ConfusionMatrix(Math.Max(outputs, 2)) : null;
        T[] output = new T[Math.Min(ChunkSize, data.Count) * outputs];
        double loss = 0.0, absolute = 0.0, squared = 0.0;
        for (int first = 0; first < data.Count; first += ChunkSize)
        {
            int count = Math.Min(ChunkSize, data.Count - first);
            ReadOnlySpan<T> x = data.X.Slice(first * data.InputSize, count * data.InputSize);
            ReadOnlySpan<T> y = data.Y.Slice(first * outputs, count * outputs);
            ReadOnlySpan<T> yhat = output.AsSpan(0, count * outputs);
            network.Predict(x, output);
            loss += network.Cost(x, y) * count;
            if (confusion is not null)
                AddClasses(confusion, y, yhat, outputs);
            else
                AddErrors(y, yhat, ref absolute, ref squared);
        }

        double values = (double)data.Count * outputs;
        return new Evaluation
        {
            Count = data.Count,
            Cost = loss / data.Count,
            Confusion = confusion,
            MeanAbsoluteError = confusion is null ? absolute / values : double.NaN,
            RootMeanSquaredError = confusion is null ? Math.Sqrt(squared / values) : double.NaN,
        };
    }

    private static bool IsClassifier(NetworkDescription description) => description.Layers[^1].Activation is Activation.Sigmoid or Activation.Softmax;

    private static void AddClasses<T>(ConfusionMatrix confusion, ReadOnlySpan<T> y, ReadOnlySpan<T> yhat, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int start = 0; start < y.Length; start += outputs)
            confusion.Add(ClassOf(y.Slice(start, outputs)), ClassOf(yhat.Slice(start, outputs)));
    }

    /// <summary>One value: 1 where it is above 0.5, else 0. Several: the first of the largest.</summary>
    private static int ClassOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length == 1)
            return values[0] > T.CreateTruncating(0.5) ? 1 : 0;
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[largest])
                largest = i;
        }

        return largest;
    }

    private static void AddErrors<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat, ref double absolute, ref double squared)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < y.Length; i++)
        {
            double error = double.CreateTruncating(yhat[i]) - double.CreateTruncating(y[i]);
            absolute += Math.Abs(error);
            squared += error * error;
        }
    }
}
