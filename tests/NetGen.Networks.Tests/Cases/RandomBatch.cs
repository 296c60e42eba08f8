using System.Numerics;

namespace NetGen.Networks.Tests.Cases;

/// <summary>Examples and labels for tests that compare a network with itself: no reference has to follow, so they are drawn fast and at any size.</summary>
internal sealed class RandomBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws a batch for a network.</summary>
    public RandomBatch(NetworkDescription description, int examples, int seed)
    {
        var random = new Random(seed);
        X = new T[examples * description.InputSize];
        foreach (ref T value in X.AsSpan())
        {
            value = T.CreateTruncating(2 * random.NextDouble() - 1);
        }

        Y = new T[examples * description.OutputSize];
        for (int i = 0; i < examples; i++)
        {
            bool isOfClass = description.Loss is Loss.CrossEntropy or Loss.Focal or Loss.Hinge;
            Y[i * description.OutputSize + random.Next(description.OutputSize)] = random.Next(4) > 0 || isOfClass ? T.One : T.Zero;
        }
    }

    /// <summary>The examples.</summary>
    public T[] X { get; }

    /// <summary>The labels: one-hot rows, some of them empty unless the loss forbids it.</summary>
    public T[] Y { get; }
}
