using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Weights of classes, which are weights of examples looked up by their labels.</summary>
internal static class ClassWeights
{
    /// <summary>Checks weights of classes.</summary>
    /// <param name="weights">A weight for each class, finite and not negative.</param>
    /// <param name="network">The network: one sigmoid or hinge output has the classes 0 and 1, several softmax or hinge outputs one each.</param>
    /// <param name="parameter">What messages call the weights.</param>
    /// <exception cref="ArgumentException">
    /// An example of the network is not of one class, there is not one weight for each class, or one is no weight.
    /// </exception>
    public static void Check(ReadOnlySpan<double> weights, NetworkDescription network, string parameter)
    {
        if (ClassesOf(network) is not { } classes)
        {
            string term = LossFacts.Of(network.Loss).Term;
            throw new ArgumentException(
                Text($"{parameter} is of classes, but an example of {network.Name}, {Counted(network.OutputSize, "output")} with {term}, is not of one class: ")
                    + "give each example a weight instead.",
                parameter);
        }

        if (weights.Length != classes)
        {
            throw new ArgumentException(
                Text($"{parameter} holds {Counted(weights.Length, "value")}, but {network.Name} has {classes} classes: each class needs one weight."),
                parameter);
        }

        for (int index = 0; index < weights.Length; index++)
        {
            if (!(weights[index] >= 0.0 && weights[index] < double.PositiveInfinity))
            {
                throw new ArgumentException(
                    Text($"{parameter} holds {weights[index]} for class {index}, but a weight must be finite and not negative."), parameter);
            }
        }
    }

    /// <summary>
    /// The weight of each example: that of its class or, of a soft label, the mean of the weights of the classes under the label; times its own, where there
    /// are any.
    /// </summary>
    /// <param name="classWeights">The weights of the classes, checked.</param>
    /// <param name="y">The labels (m, n[L]).</param>
    /// <param name="exampleWeights">The weights of the examples (m); empty: there are none.</param>
    /// <param name="weights">Receives the weights (m); may be the weights of the examples.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    public static void Fill<T>(ReadOnlySpan<double> classWeights, ReadOnlySpan<T> y, ReadOnlySpan<T> exampleWeights, Span<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int outputs = y.Length / weights.Length;
        for (int example = 0; example < weights.Length; example++)
        {
            ReadOnlySpan<T> labels = y.Slice(example * outputs, outputs);
            double weight = 0.0;
            for (int output = 0; output < outputs; output++)
            {
                double label = double.CreateTruncating(labels[output]);
                weight += outputs == 1 ? ((1.0 - label) * classWeights[0]) + (label * classWeights[1]) : label * classWeights[output];
            }

            weights[example] = T.CreateTruncating(weight * (exampleWeights.IsEmpty ? 1.0 : double.CreateTruncating(exampleWeights[example])));
        }
    }

    /// <summary>The number of classes of which each example has one; null where it has none, or several.</summary>
    private static int? ClassesOf(NetworkDescription network)
    {
        LossSpec loss = network.LossSpec;
        bool isOfTwo = network.OutputSize == 1 && loss.Kind is (Loss.BinaryCrossEntropy or Loss.Focal or Loss.Hinge);
        return loss.IsOfClasses(network.OutputSize) ? network.OutputSize : isOfTwo ? 2 : null;
    }
}
