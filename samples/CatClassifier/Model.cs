namespace CatClassifier;

/// <summary>Which network is trained, and how the course trains it.</summary>
/// <param name="Name">What the network is called.</param>
/// <param name="Iterations">How many updates.</param>
/// <param name="LearningRate">The rate of each.</param>
internal sealed record Model(string Name, int Iterations, double LearningRate)
{
    public static readonly Model FourLayer = new("12288-20-7-5-1", 2500, 0.0075);

    public static readonly Model TwoLayer = new("12288-7-1", 2500, 0.0075);

    public static readonly Model Logistic = new("12288-1", 2000, 0.005);
}
