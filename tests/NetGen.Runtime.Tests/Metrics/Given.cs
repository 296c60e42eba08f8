using System.Numerics;

namespace NetGen.Runtime.Tests.Metrics;

/// <summary>Evaluations of outputs that a test says, in either precision.</summary>
internal static class Given
{
    public static Evaluation Binary<T>(double[] yhat, double[] y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of<GivenBinary<T>, T>(new(), yhat, y);

    public static Evaluation Binary(double[] yhat, double[] y) => Binary<double>(yhat, y);

    public static Evaluation Classes<T>(double[] yhat, int[] classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Evaluator.Evaluate(
            new GivenClasses<T>(), Dataset<T>.FromRows(Converted<T>(yhat), 3, classes, 3, NonFinite.Keep));

    public static Evaluation Classes(double[] yhat, int[] classes) => Classes<double>(yhat, classes);

    public static Evaluation Labels<T>(double[] yhat, double[] y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of<GivenLabels<T>, T>(new(), yhat, y);

    public static Evaluation Labels(double[] yhat, double[] y) => Labels<double>(yhat, y);

    public static Evaluation Numbers(double[] yhat, double[] y) => Of<GivenNumbers<double>, double>(new(), yhat, y);

    public static T[] Converted<T>(double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, T.CreateTruncating);

    /// <summary>Outputs as a sigmoid gives them, of few different values, so that many are equal.</summary>
    public static double[] Probabilities(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 16) / 16.0)];

    /// <summary>Rows of three that sum to 1, many of them with equal values.</summary>
    public static double[] Shares(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).SelectMany(_ =>
        {
            int first = random.Next(1, 7), second = random.Next(1, 8);
            return new[] { first / 16.0, second / 16.0, (16 - first - second) / 16.0 };
        }),
    ];

    public static double[] ZerosAndOnes(Random random, int count, double part = 0.4) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < part ? 1.0 : 0.0)];

    private static Evaluation Of<TNetwork, T>(TNetwork network, double[] yhat, double[] y)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Evaluator.Evaluate(
            network, Dataset<T>.FromRows(Converted<T>(yhat), TNetwork.InputSize, Converted<T>(y), TNetwork.OutputSize, NonFinite.Keep));
}
