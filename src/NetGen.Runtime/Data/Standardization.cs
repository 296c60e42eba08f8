using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Brings each feature to mean 0 and standard deviation 1: fitted on the training set, applied to every set and every input that the network will see. A
/// feature that never varies is only centred.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class Standardization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] means;
    private readonly T[] deviations;

    /// <summary>Takes the values of an earlier fit.</summary>
    /// <param name="means">The mean of each feature.</param>
    /// <param name="deviations">The standard deviation of each feature, positive.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero, a mean is not finite, or a deviation is not positive and finite.</exception>
    public Standardization(ReadOnlySpan<T> means, ReadOnlySpan<T> deviations)
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
        return Fit(train.X, train.InputSize);
    }

    /// <summary>Measures the columns of any rows, such as the labels of a regression.</summary>
    /// <param name="rows">The values (m, size), one row after the other.</param>
    /// <param name="size">The values of a row.</param>
    /// <exception cref="ArgumentException">The length is zero or no multiple of size, or a value is not finite.</exception>
    public static Standardization<T> Fit(ReadOnlySpan<T> rows, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        RequireRows(rows, size);
        ColumnMoments[] moments = ColumnMoments.Of(rows, size, [.. Enumerable.Range(0, size)]);
        T[] means = new T[size];
        T[] deviations = new T[size];
        for (int feature = 0; feature < size; feature++)
        {
            (double mean, double deviation) = moments[feature];
            means[feature] = T.CreateTruncating(mean);
            deviations[feature] = deviation == 0.0 ? T.One : T.Max(T.CreateTruncating(deviation), T.Epsilon);
        }

        return new(means, deviations);
    }

    /// <summary>Standardizes the features of a set.</summary>
    /// <param name="data">The set.</param>
    /// <returns>The same examples with standardized features.</returns>
    /// <exception cref="ArgumentException">The set has another number of features.</exception>
    public Dataset<T> Apply(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputSize != means.Length)
        {
            throw new ArgumentException(Text($"The set has {data.InputSize} features an example, but {means.Length} were fitted."), nameof(data));
        }

        Memory<T> standardized = AlignedMemory.Allocate<T>(data.X.Length);
        Apply(data.X, standardized.Span);
        return data.WithFeatures(standardized);
    }

    /// <summary>Standardizes rows of features.</summary>
    /// <param name="rows">The values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the standardized values; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// The length is zero or no multiple of the number of features, or the destination is too short or overlaps the rows, shifted.
    /// </exception>
    public void Apply(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, means.Length);
        RequireDestination(rows, destination);
        for (int i = 0; i < rows.Length; i += means.Length)
        {
            for (int feature = 0; feature < means.Length; feature++)
            {
                T distance = rows[i + feature] - means[feature];
                destination[i + feature] = T.IsInfinity(distance) ? FarApart(rows[i + feature], feature) : distance / deviations[feature];
            }
        }
    }

    /// <summary>Turns standardized rows back, such as the predictions of a network trained on standardized labels.</summary>
    /// <param name="rows">The standardized values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the values in their own unit; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// The length is zero or no multiple of the number of features, or the destination is too short or overlaps the rows, shifted.
    /// </exception>
    public void Undo(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, means.Length);
        RequireDestination(rows, destination);
        for (int i = 0; i < rows.Length; i += means.Length)
        {
            for (int feature = 0; feature < means.Length; feature++)
            {
                // The mean may bring a product back into range: then it must not be rounded before.
                T distance = rows[i + feature] * deviations[feature];
                destination[i + feature] = T.IsInfinity(distance)
                    ? T.FusedMultiplyAdd(rows[i + feature], deviations[feature], means[feature])
                    : distance + means[feature];
            }
        }
    }

    /// <summary>The standardized value where its distance from the mean is beyond the range: halves are not.</summary>
    private T FarApart(T value, int feature)
    {
        T half = T.CreateTruncating(0.5);
        return ((value * half) - (means[feature] * half)) / (deviations[feature] * half);
    }

    private static void RequireRows(ReadOnlySpan<T> rows, int size)
    {
        if (rows.IsEmpty || rows.Length % size != 0)
        {
            throw new ArgumentException(
                Text($"rows holds {rows.Length} values, but a row has {size}: the length must be a positive multiple of {size}."), nameof(rows));
        }
    }

    private static void RequireDestination(ReadOnlySpan<T> rows, Span<T> destination)
    {
        if (destination.Length < rows.Length)
        {
            throw new ArgumentException(Text($"destination holds {destination.Length} values, but there are {rows.Length} to write."), nameof(destination));
        }

        if (rows.Overlaps(destination[..rows.Length], out int offset) && offset != 0)
        {
            throw new ArgumentException(
                Text($"destination overlaps rows, shifted by {offset} values: ")
                    + "pass rows itself to work in place, or memory that they do not touch.",
                nameof(destination));
        }
    }
}
