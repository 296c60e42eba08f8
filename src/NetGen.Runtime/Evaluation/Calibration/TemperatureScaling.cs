using System.Globalization;
using System.Numerics;
using NetGen.Reference;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Calibrates a classifier: softmax(z / T) or sigmoid(z / T) in place of softmax(z) or sigmoid(z), with one temperature T, so that its probabilities are nearer
/// to how often it is right (Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, 2017). T above 1 makes it less sure, below 1 surer. Which
/// output is greatest does not change, except where rounding makes outputs equal.
/// </summary>
/// <remarks>
/// <para>
/// A network gives probabilities, so its logits are taken back from them: z = log(p) for a softmax, which differs by a constant that softmax does not see, and
/// z = log(p / (1 - p)) for a sigmoid.
/// </para>
/// <para>
/// A probability that was rounded to 0 or 1 does not tell how sure the network was. 0 is taken for the least normal number (1.2e-38 in float, 2.2e-308 in
/// double: a logit of -87 or -708), a sigmoid of 1 for the greatest number below 1 (a logit of 16.6 or 36.7). A softmax of 1 loses nothing: the others tell.
/// A row of zeros, which no softmax gives, says nothing of its classes, and becomes equal probabilities.
/// </para>
/// </remarks>
public sealed class TemperatureScaling
{
    /// <summary>The least temperature that <see cref="Fit"/> gives.</summary>
    public const double LeastTemperature = 0.01;

    /// <summary>The greatest temperature that <see cref="Fit"/> gives.</summary>
    public const double GreatestTemperature = 100.0;

    private readonly string name;
    private readonly int outputSize;
    private readonly bool isSoftmax;

    /// <summary>Takes the temperature of an earlier fit.</summary>
    /// <param name="network">The description of the network, whose outputs are a softmax, or sigmoids with binary cross-entropy.</param>
    /// <param name="temperature">The temperature, positive and finite.</param>
    /// <exception cref="ArgumentException">The network is no classifier.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not positive, or not finite.</exception>
    public TemperatureScaling(NetworkDescription network, double temperature)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireClassifier(network);
        if (!(temperature > 0.0 && double.IsFinite(temperature)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(temperature), temperature, Text($"temperature is {temperature}, but must be a finite number above 0."));
        }

        name = network.Name;
        outputSize = network.OutputSize;
        isSoftmax = Evaluator.KindOf(network) == EvaluationKind.OneOfMany;
        Temperature = temperature;
    }

    /// <summary>What logits are divided by.</summary>
    public double Temperature { get; }

    /// <summary>
    /// Finds the temperature for which the log loss on a set is least. It lies between <see cref="LeastTemperature"/> and <see cref="GreatestTemperature"/>,
    /// and is one of them where the log loss falls beyond: on a set on which every prediction is right, it falls for ever. Where every temperature is as good,
    /// it is 1. Examples with an output that is NaN are left out.
    /// </summary>
    /// <param name="network">The network, whose outputs are a softmax, or sigmoids with binary cross-entropy.</param>
    /// <param name="validation">Examples that the network was not trained on; not the test set, if that is to tell what comes of it.</param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The network is no classifier, the set does not fit it, or its labels the loss.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    public static TemperatureScalingResult Fit<TNetwork, T>(TNetwork network, Dataset<T> validation)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(validation);
        NetworkDescription description = TNetwork.Description;
        RequireClassifier(description);
        DatasetGuard.Fits(validation, description, nameof(validation));

        Evaluation before = Evaluator.Evaluate(network, validation);
        Predictions predictions = before.Predictions!;
        bool isSoftmax = before.Kind == EvaluationKind.OneOfMany;
        int outputs = predictions.Outputs;
        double[] z = new double[(predictions.Count - before.Undecided) * outputs], y = new double[z.Length];
        double[] labels = new double[outputs], values = new double[outputs];
        int length = 0;
        for (int example = 0; example < predictions.Count; example++)
        {
            predictions.Copy(example, labels, values);
            if (Predictions.IsDecided(values))
            {
                Logits.FromProbabilities(values, isSoftmax, predictions.Precision);
                values.CopyTo(z.AsSpan(length));
                labels.CopyTo(y.AsSpan(length));
                length += outputs;
            }
        }

        var scaling = new TemperatureScaling(description, new TemperatureFit(z, y, outputs, isSoftmax).Find(LeastTemperature, GreatestTemperature));
        return new(scaling, before, scaling.Evaluate(description.Loss, predictions, validation));
    }

    /// <summary>Turns outputs of the network into calibrated probabilities. Of NaN comes NaN.</summary>
    /// <param name="outputs">The outputs of any number of examples (m, n[L]), as Predict gives them.</param>
    /// <param name="probabilities">Receives the probabilities (m, n[L]); may be the outputs themselves, and may be longer.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">
    /// The outputs are not whole examples or not all from 0 to 1, or the destination is too short or overlaps them in part.
    /// </exception>
    public void Apply<T>(ReadOnlySpan<T> outputs, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireFit(outputs, probabilities);
        Precision precision = Precision.Of<T>();
        double[] values = new double[outputSize];
        for (int start = 0; start < outputs.Length; start += outputSize)
        {
            for (int output = 0; output < outputSize; output++)
            {
                values[output] = double.CreateTruncating(outputs[start + output]);
            }

            Divide(values, precision);
            Logits.ToProbabilities(values, isSoftmax);
            for (int output = 0; output < outputSize; output++)
            {
                probabilities[start + output] = T.CreateTruncating(values[output]);
            }
        }
    }

    /// <summary>As in "temperature 1.52".</summary>
    public override string ToString() => Text($"temperature {Temperature:G4}");

    private static void RequireClassifier(NetworkDescription network)
    {
        if (Evaluator.KindOf(network) == EvaluationKind.Regression)
        {
            throw new ArgumentException(
                Text($"{network.Name} ends with {network.Layers[^1].OutputActivation} and {network.Loss}, which is a regression: ")
                + "a temperature is for probabilities, of a softmax or of sigmoids with binary cross-entropy.",
                nameof(network));
        }
    }

    /// <summary>The evaluation of calibrated outputs.</summary>
    private Evaluation Evaluate<T>(Loss loss, Predictions predictions, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] calibrated = new T[data.Y.Length];
        double[] y = new double[outputSize], z = new double[outputSize], a = new double[outputSize];
        double cost = 0.0;
        for (int example = 0; example < data.Count; example++)
        {
            predictions.Copy(example, y, z);
            Divide(z, predictions.Precision);
            z.CopyTo(a, 0);
            Logits.ToProbabilities(a, isSoftmax);
            cost += Cost.Mean<double>(loss, outputSize, z, a, y);
            for (int output = 0; output < outputSize; output++)
            {
                calibrated[(example * outputSize) + output] = T.CreateTruncating(a[output]);
            }
        }

        return Evaluator.OfOutputs(predictions.Kind, data, calibrated, cost / data.Count);
    }

    /// <summary>Turns the probabilities of an example into logits, divided by the temperature.</summary>
    private void Divide(Span<double> values, Precision precision)
    {
        Logits.FromProbabilities(values, isSoftmax, precision);
        foreach (ref double value in values)
        {
            value /= Temperature;
        }
    }

    private void RequireFit<T>(ReadOnlySpan<T> outputs, Span<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outputs.Length % outputSize != 0)
        {
            throw new ArgumentException(
                Text($"outputs holds {Counted(outputs.Length, "value")}, but {name} has {outputSize} an example: ")
                + Text($"the length must be a multiple of {outputSize}."),
                nameof(outputs));
        }

        if (probabilities.Length < outputs.Length)
        {
            throw new ArgumentException(
                Text($"probabilities has room for {Counted(probabilities.Length, "value")}, but outputs holds {outputs.Length}: ")
                + "it must hold at least as many.",
                nameof(probabilities));
        }

        if (outputs.Overlaps(probabilities, out int offset) && offset != 0)
        {
            throw new ArgumentException(
                "probabilities overlaps outputs in part, so some would be written before they are read: pass the same memory, or other memory.",
                nameof(probabilities));
        }

        for (int place = 0; place < outputs.Length; place++)
        {
            if (outputs[place] < T.Zero || outputs[place] > T.One)
            {
                string value = outputs[place].ToString(null, CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    Text($"outputs holds {value} at {place}, but a probability lies between 0 and 1: pass what Predict of {name} gives."), nameof(outputs));
            }
        }
    }
}
