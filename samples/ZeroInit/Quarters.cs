using NetGen;
using NetGen.Numerics;

namespace ZeroInit;

/// <summary>Points of a square in which opposite quarters belong to the same class: one unit cannot tell them apart, a few different ones can.</summary>
internal static class Quarters
{
    private const int Count = 200;

    /// <summary>Draws the points.</summary>
    public static Dataset<float> Draw()
    {
        var random = new RandomSource(1);
        var x = new float[2 * Count];
        var y = new float[Count];
        for (int i = 0; i < Count; i++)
        {
            x[2 * i] = (float)((2 * random.NextDouble()) - 1);
            x[(2 * i) + 1] = (float)((2 * random.NextDouble()) - 1);
            y[i] = x[2 * i] * x[(2 * i) + 1] > 0 ? 1 : 0;
        }

        return Dataset<float>.FromRows(x, inputSize: 2, y, outputSize: 1);
    }
}
