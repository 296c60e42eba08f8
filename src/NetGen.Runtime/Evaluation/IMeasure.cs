using System.Numerics;

namespace NetGen;

/// <summary>Measures predictions, some examples at a time.</summary>
internal interface IMeasure<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Adds the next examples.</summary>
    /// <param name="y">Their labels (count, outputs).</param>
    /// <param name="yhat">Their outputs (count, outputs).</param>
    void Add(ReadOnlySpan<T> y, ReadOnlySpan<T> yhat);

    /// <summary>What was measured.</summary>
    /// <param name="cost">The mean loss.</param>
    /// <param name="outputs">Gives all outputs (m, outputs) again, for what is computed of them when it is first asked for; not for a regression.</param>
    Evaluation Result(double cost, Func<T[]> outputs);
}
