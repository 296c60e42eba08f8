using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Brings each feature to 0 for the least and 1 for the greatest value of the training set: (x - min) / (max - min). Values of other sets that lie outside fall
/// below 0 or above 1, and are not cut off. A feature that never varies becomes 0 where it has its one value: x - min.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class MinMaxScaling<T> : FeatureScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] minimums;
    private readonly T[] maximums;

    /// <summary>Takes the values of an earlier fit.</summary>
    /// <param name="minimums">The least value of each feature.</param>
    /// <param name="maximums">The greatest value of each feature, not below its least.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero, a value is not finite, or a maximum is below its minimum.</exception>
    public MinMaxScaling(ReadOnlySpan<T> minimums, ReadOnlySpan<T> maximums)
        : base(minimums.Length)
    {
        if (minimums.IsEmpty || minimums.Length != maximums.Length)
        {
            throw new ArgumentException(
                Text($"There are {minimums.Length} minimums and {maximums.Length} maximums: each feature needs one of both."), nameof(maximums));
        }

        for (int feature = 0; feature < minimums.Length; feature++)
        {
            if (!T.IsFinite(minimums[feature]))
            {
                throw new ArgumentException(
                    Text($"The minimum of feature {feature} is {minimums[feature]}, but a minimum is finite."), nameof(minimums));
            }

            if (!(T.IsFinite(maximums[feature]) && maximums[feature] >= minimums[feature]))
            {
                throw new ArgumentException(
                    Text($"The maximum of feature {feature} is {maximums[feature]}, ")
                        + Text($"but a maximum is finite and not below the minimum, here {minimums[feature]}."),
                    nameof(maximums));
            }
        }

        this.minimums = minimums.ToArray();
        this.maximums = maximums.ToArray();
    }

    /// <summary>The least value of each feature.</summary>
    public ReadOnlySpan<T> Minimums => minimums;

    /// <summary>The greatest value of each feature.</summary>
    public ReadOnlySpan<T> Maximums => maximums;

    /// <summary>Measures the features of a set.</summary>
    /// <param name="train">The training set; never the test set, which training must not see.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static MinMaxScaling<T> Fit(Dataset<T> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        return Fit(train.Rows, nameof(train));
    }

    /// <summary>Measures the columns of any rows, such as the labels of a regression.</summary>
    /// <param name="rows">The values (m, size), one row after the other.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">The length is zero or no multiple of size, or a value is not finite.</exception>
    public static MinMaxScaling<T> Fit(ReadOnlySpan<T> rows, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        RequireRows(rows, size);
        return Fit(new FeatureRows<T>(rows, size), nameof(rows));
    }

    private static MinMaxScaling<T> Fit(FeatureRows<T> rows, string parameterName)
    {
        T[] least = rows[0].ToArray();
        T[] greatest = [.. least];
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            for (int feature = 0; feature < values.Length; feature++)
            {
                T value = values[feature];
                if (!T.IsFinite(value))
                {
                    throw new ArgumentException(
                        Text($"Feature {feature} holds a value that is not finite, {value} in row {row}: find and repair it before fitting."), parameterName);
                }

                least[feature] = T.Min(least[feature], value);
                greatest[feature] = T.Max(greatest[feature], value);
            }
        }

        return new(least, greatest);
    }

    private protected override void ScaleRow(ReadOnlySpan<T> row, Span<T> destination)
    {
        for (int feature = 0; feature < minimums.Length; feature++)
        {
            T distance = row[feature] - minimums[feature];
            T range = maximums[feature] - minimums[feature];
            destination[feature] = minimums[feature] == maximums[feature] ? distance
                : T.IsInfinity(distance) || T.IsInfinity(range) ? FarApart(row[feature], feature)
                : distance / range;
        }
    }

    private protected override void UndoRow(ReadOnlySpan<T> row, Span<T> destination)
    {
        T half = T.CreateTruncating(0.5);
        for (int feature = 0; feature < minimums.Length; feature++)
        {
            T scaled = row[feature];
            T distance = minimums[feature] == maximums[feature] ? scaled : scaled * (maximums[feature] - minimums[feature]);

            // Where max - min is beyond the range of T, which even times 0 stays, halves are not.
            destination[feature] = !T.IsFinite(distance)
                ? T.FusedMultiplyAdd(scaled, (maximums[feature] * half) - (minimums[feature] * half), minimums[feature] * half) / half
                : distance + minimums[feature];
        }
    }

    /// <summary>The scaled value where a distance is beyond the range of T: halves are not.</summary>
    private T FarApart(T value, int feature)
    {
        T half = T.CreateTruncating(0.5);
        return ((value * half) - (minimums[feature] * half)) / ((maximums[feature] * half) - (minimums[feature] * half));
    }
}
