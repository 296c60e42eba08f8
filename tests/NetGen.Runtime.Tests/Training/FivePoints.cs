namespace NetGen.Runtime.Tests.Training;

/// <summary>Five points; the label tells which side of a line through the origin they are on, but for the last.</summary>
internal static class FivePoints
{
    /// <summary>Two features of each point.</summary>
    public static readonly double[] X = [1.0, 2.0, -1.0, 0.5, 0.25, -2.0, 3.0, 1.0, -0.5, -0.5];

    /// <summary>The label of each point.</summary>
    public static readonly double[] Y = [1.0, 0.0, 0.0, 1.0, 1.0];

    /// <summary>The points with their labels.</summary>
    public static Dataset<double> Points => Dataset<double>.FromRows(X, 2, Y, 1);

    /// <summary>Trains a network on the points by gradient descent.</summary>
    public static TrainingResult Fit(LogisticNet network, TrainingOptions options, CancellationToken cancellationToken = default) =>
        Trainer.Fit(network, Points, new GradientDescent<double>(), options, cancellationToken);
}
