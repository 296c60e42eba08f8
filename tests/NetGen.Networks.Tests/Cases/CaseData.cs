using System.Numerics;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Cases;

/// <summary>
/// Parameters, examples and labels of a case. They are drawn in double, rounded to T, and handed to the reference as rounded, so that both sides compute from
/// the same numbers.
/// </summary>
internal sealed class CaseData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private CaseData(NetworkDescription description, double[] parameters, double[] x, double[] y)
    {
        Reference = new ReferenceNetwork(description, parameters);
        (ReferenceX, ReferenceY) = (x, y);
        Parameters = Rounded(parameters);
        X = Rounded(x);
        Y = Rounded(y);
    }

    /// <summary>The reference with the same parameters.</summary>
    public ReferenceNetwork Reference { get; }

    /// <summary>The examples, for the reference.</summary>
    public double[] ReferenceX { get; }

    /// <summary>The labels, for the reference.</summary>
    public double[] ReferenceY { get; }

    /// <summary>The parameters.</summary>
    public T[] Parameters { get; }

    /// <summary>The examples (m, n[0]).</summary>
    public T[] X { get; }

    /// <summary>The labels (m, n[L]).</summary>
    public T[] Y { get; }

    /// <summary>Draws the parameters of a network, and examples with their labels.</summary>
    /// <param name="description">The network.</param>
    /// <param name="examples">The number of examples, m.</param>
    /// <param name="seed">Draws them.</param>
    /// <param name="kinkMargin">
    /// Examples closer than this to a place where a derivative jumps are drawn again (see <see cref="ReferenceNetwork.DistanceToKink"/>): on the edge, two
    /// correct computations may take different sides.
    /// </param>
    public static CaseData<T> Draw(NetworkDescription description, int examples, int seed, double kinkMargin)
    {
        var random = new Random(seed);
        double[] parameters = DrawParameters(description, random);
        var reference = new ReferenceNetwork(description, parameters);
        var x = new double[examples * description.InputSize];
        var y = new double[examples * description.OutputSize];
        for (int i = 0; i < examples; i++)
        {
            DrawExample(
                reference,
                random,
                kinkMargin,
                x.AsSpan(i * description.InputSize, description.InputSize),
                y.AsSpan(i * description.OutputSize, description.OutputSize));
        }

        return new CaseData<T>(description, parameters, x, y);
    }

    private static double[] DrawParameters(NetworkDescription description, Random random)
    {
        var parameters = new double[description.ParameterCount];
        int next = 0;
        foreach (DenseDescription layer in description.DenseLayers)
        {
            double scale = (0.5 + random.NextDouble()) / Math.Sqrt(layer.Inputs);
            for (int i = 0; i < layer.Units * layer.Inputs; i++)
            {
                parameters[next++] = Round(Normal(random) * scale);
            }

            for (int i = 0; i < layer.Units; i++)
            {
                parameters[next++] = Round(Normal(random) * 0.3);
            }
        }

        return parameters;
    }

    private static void DrawExample(ReferenceNetwork reference, Random random, double kinkMargin, Span<double> x, Span<double> y)
    {
        const int attempts = 200;
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            foreach (ref double value in x)
            {
                value = Round(Normal(random));
            }

            DrawLabel(reference.Description, random, y);
            if (reference.DistanceToKink(reference.Forward(x.ToArray()), y.ToArray(), 0) >= kinkMargin)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{attempts} examples drawn, all within {kinkMargin} of a kink of {reference.Description}.");
    }

    private static void DrawLabel(NetworkDescription description, Random random, Span<double> y)
    {
        Loss loss = description.Loss;
        bool isShare = description.DenseLayers[^1].Activation == Activation.Softmax;
        bool isOneHot = isShare || (loss == Loss.Hinge && y.Length > 1);
        bool soft = random.Next(4) == 0;
        foreach (ref double value in y)
        {
            value = loss switch
            {
                _ when isShare => soft ? random.NextDouble() + 0.01 : 0,
                Loss.BinaryCrossEntropy or Loss.Focal => soft ? random.NextDouble() : random.Next(2),
                Loss.Hinge => isOneHot ? 0 : random.Next(2),
                Loss.Poisson => random.Next(5),
                _ => Normal(random),
            };
        }

        if (isOneHot && !(isShare && soft))
        {
            y[random.Next(y.Length)] = 1;
        }

        double sum = 0;
        foreach (double value in y)
        {
            sum += value;
        }

        foreach (ref double value in y)
        {
            value = Round(isShare ? value / sum : value);
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Round(double value) => double.CreateTruncating(T.CreateTruncating(value));

    private static T[] Rounded(double[] values) => Array.ConvertAll(values, T.CreateTruncating);
}
