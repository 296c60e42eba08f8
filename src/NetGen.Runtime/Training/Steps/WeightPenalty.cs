using System.Numerics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>The part of the cost that is a penalty: lambda / 2 * the sum of the squares of the parameters that are penalized.</summary>
internal sealed class WeightPenalty<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double factor;
    private readonly (int Offset, int Count)[] penalized;

    /// <summary>Finds what is penalized.</summary>
    public WeightPenalty(NetworkDescription network, TrainingOptions options)
    {
        factor = options.L2Penalty / 2.0;
        penalized =
        [
            .. network.Parameters
                .Where(parameter => PenaltyMask<T>.Includes(parameter, options.PenalizesAll))
                .Select(static parameter => (parameter.Offset, parameter.Count)),
        ];
    }

    /// <summary>The penalty of some parameters.</summary>
    public double Of(ReadOnlySpan<T> parameters)
    {
        double sum = 0.0;
        foreach ((int offset, int count) in penalized)
        {
            sum += SpanArithmetic.SumOfSquares(parameters.Slice(offset, count));
        }

        return factor * sum;
    }
}
