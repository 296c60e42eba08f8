using System.Numerics;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>Examples and labels of one of the networks here: numbers, and where a column holds class indices, some of them.</summary>
internal sealed class GraphBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws a batch.</summary>
    public GraphBatch(NetworkDescription network, int examples, int seed = 4)
    {
        var random = new Random(seed);
        X = new T[examples * network.InputSize];
        for (int i = 0; i < X.Length; i++)
        {
            bool isClass = network.Name is nameof(RowsNet) || (network.Name is nameof(TableNet) && i % network.InputSize >= 8);
            X[i] = T.CreateTruncating(isClass ? random.Next(9) : 2 * random.NextDouble() - 1);
        }

        Y = new T[examples * network.OutputSize];
        for (int i = 0; i < Y.Length; i += network.OutputSize)
        {
            Y[i + random.Next(network.OutputSize)] = random.Next(3) > 0 || network.Loss == Loss.CrossEntropy ? T.One : T.Zero;
        }
    }

    /// <summary>The examples.</summary>
    public T[] X { get; }

    /// <summary>The labels.</summary>
    public T[] Y { get; }
}
