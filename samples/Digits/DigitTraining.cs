namespace Digits;

/// <summary>How a network is trained.</summary>
/// <param name="Epochs">How many times all digits are seen.</param>
/// <param name="BatchSize">How many digits each update sees.</param>
/// <param name="LearningRate">The rate of Adam.</param>
/// <param name="LinesEvery">Every how many epochs a plain line is printed.</param>
internal sealed record DigitTraining(int Epochs, int BatchSize, double LearningRate, int LinesEvery)
{
    public static readonly DigitTraining Small = new(Epochs: 40, BatchSize: 32, LearningRate: 0.003, LinesEvery: 5);

    public static readonly DigitTraining Mnist = new(Epochs: 10, BatchSize: 64, LearningRate: 0.001, LinesEvery: 1);
}
