using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Brings each feature to mean 0 and standard deviation 1: fitted on the training set, applied to every set and every input that the network will see. A
/// feature that never varies is only centred.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class Standardization<T> : FeatureScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] means;
    private readonly T[] deviations;

    /// <summary>Takes the values of an earlier fit.</summary>
    /// <param name="means">The mean of each feature.</param>
    /// <param name="deviations">The standard deviation of each feature, positive.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero, a mean is not finite, or a deviation is not positive and finite.</exception>
    public Standardization(ReadOnlySpan<T> means, ReadOnlySpan<T> deviations)
        : base(means.Length)
    {
        if (means.IsEmpty || means.Length != deviations.Length)
        {
            throw new ArgumentException(
                Text($"There are {means.Length} means and {deviations.Length} deviations: each feature needs one of both."), nameof(deviations));
        }

        for (int feature = 0; feature < deviations.Length; feature++)
        {
            if (!T.IsFinite(means[feature]))
            {
                throw new ArgumentException(Text($"The mean of feature {feature} is {means[feature]}, but a mean is finite."), nameof(means));
            }

            if (!(deviations[feature] > T.Zero && T.IsFinite(deviations[feature])))
            {
                throw new ArgumentException(
                    Text($"The deviation of feature {feature} is {deviations[feature]}, but a deviation is positive and finite."), nameof(deviations));
            }
        }

        this.means = means.ToArray();
        this.deviations = deviations.ToArray();
    }

    /// <summary>The mean of each feature.</summary>
    public ReadOnlySpan<T> Means => means;

    /// <summary>The standard deviation of each feature; 1 for a feature that never varies.</summary>
    public ReadOnlySpan<T> Deviations => deviations;

    /// <summary>Measures the features of a set.</summary>
    /// <param name="train">The training set; never the test set, which training must not see.</param>
    public static Standardization<T> Fit(Dataset<T> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        return Fit(train.Rows, nameof(train));
    }

    /// <summary>Measures the columns of any rows, such as the labels of a regression.</summary>
    /// <param name="rows">The values (m, size), one row after the other.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">The length is zero or no multiple of size, or a value is not finite.</exception>
    public static Standardization<T> Fit(ReadOnlySpan<T> rows, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        RequireRows(rows, size);
        return Fit(new FeatureRows<T>(rows, size), nameof(rows));
    }

    private static Standardization<T> Fit(FeatureRows<T> rows, string parameterName)
    {
        ColumnMoments[] moments = ColumnMoments.Of(rows, [.. Enumerable.Range(0, rows.Size)], parameterName);
        T[] means = new T[rows.Size];
        T[] deviations = new T[rows.Size];
        for (int feature = 0; feature < rows.Size; feature++)
        {
            (double mean, double deviation) = moments[feature];
            means[feature] = T.CreateTruncating(mean);
            deviations[feature] = deviation == 0.0 ? T.One : T.Max(T.CreateTruncating(deviation), T.Epsilon);
        }

        return new(means, deviations);
    }

    private protected override void ScaleRow(ReadOnlySpan<T> row, Span<T> destination)
    {
        for (int feature = 0; feature < means.Length; feature++)
        {
            T distance = row[feature] - means[feature];
            destination[feature] = T.IsInfinity(distance) ? FarApart(row[feature], feature) : distance / deviations[feature];
        }
    }

    private protected override void UndoRow(ReadOnlySpan<T> row, Span<T> destination)
    {
        for (int feature = 0; feature < means.Length; feature++)
        {
            // The mean may bring a product back into range: then it must not be rounded before.
            T distance = row[feature] * deviations[feature];
            destination[feature] = T.IsInfinity(distance)
                ? T.FusedMultiplyAdd(row[feature], deviations[feature], means[feature])
                : distance + means[feature];
        }
    }

    /// <summary>The standardized value where its distance from the mean is beyond the range: halves are not.</summary>
    private T FarApart(T value, int feature)
    {
        T half = T.CreateTruncating(0.5);
        return ((value * half) - (means[feature] * half)) / (deviations[feature] * half);
    }
}
