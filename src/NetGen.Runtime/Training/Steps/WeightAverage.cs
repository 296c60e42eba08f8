using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>The moving average of the parameters of a network.</summary>
/// <param name="count">The number of parameters.</param>
/// <param name="decay">How much of the average an update keeps.</param>
internal sealed class WeightAverage<T>(int count, double decay)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] values = new T[count];

    /// <summary>The average.</summary>
    public ReadOnlyMemory<T> Values => values;

    /// <summary>Whether an update was taken in, so that there is an average.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>
    /// Takes in the parameters after an update. The first ones are the average themselves; while there are few, less of the average is kept, so that it does
    /// not stay with where training began (as num_updates of TensorFlow's ExponentialMovingAverage has it).
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="updates">How many updates there were before.</param>
    public void Add(ReadOnlySpan<T> parameters, long updates)
    {
        if (!IsBegun)
        {
            Restore(parameters);
            return;
        }

        SpanArithmetic.MoveTowards(values, parameters, T.CreateTruncating(1.0 - Math.Min(decay, (1.0 + updates) / (10.0 + updates))));
    }

    /// <summary>Goes on from an average.</summary>
    public void Restore(ReadOnlySpan<T> average)
    {
        average.CopyTo(values);
        IsBegun = true;
    }
}
