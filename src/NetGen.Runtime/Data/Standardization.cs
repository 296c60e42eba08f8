using System.Numerics;
using NetGen.Numerics;

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
    /// <exception cref="ArgumentException">The lengths differ or are zero, or a deviation is not positive.</exception>
    public Standardization(ReadOnlySpan<T> means, ReadOnlySpan<T> deviations)
    {
        if (means.IsEmpty || means.Length != deviations.Length)
        {
            throw new ArgumentException(
                $"There are {means.Length} means and {deviations.Length} deviations: each feature needs one of both.", nameof(deviations));
        }

        for (int feature = 0; feature < deviations.Length; feature++)
        {
            if (!(deviations[feature] > T.Zero))
                throw new ArgumentException($"The deviation of feature {feature} is {deviations[feature]}, but a deviation is positive.", nameof(deviations));
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
        int count = rows.Length / size;
        double[] sums = new double[size];
        for (int i = 0; i < rows.Length; i += size)
        {
            for (int feature = 0; feature < size; feature++)
                sums[feature] += double.CreateTruncating(rows[i + feature]);
        }

        for (int feature = 0; feature < size; feature++)
        {
            if (!double.IsFinite(sums[feature]))
                throw new ArgumentException($"Feature {feature} holds a value that is not finite: find and repair it before fitting.", nameof(rows));
        }

        // A feature counts as varying when two of its values differ; its squares alone would show the rounding of the mean.
        double[] squares = new double[size];
        bool[] varies = new bool[size];
        for (int i = 0; i < rows.Length; i += size)
        {
            for (int feature = 0; feature < size; feature++)
            {
                double distance = double.CreateTruncating(rows[i + feature]) - (sums[feature] / count);
                squares[feature] += distance * distance;
                varies[feature] |= rows[i + feature] != rows[feature];
            }
        }

        T[] means = new T[size];
        T[] deviations = new T[size];
        for (int feature = 0; feature < size; feature++)
        {
            means[feature] = T.CreateTruncating(sums[feature] / count);
            T deviation = varies[feature] ? T.CreateTruncating(Math.Sqrt(squares[feature] / count)) : T.One;
            deviations[feature] = deviation > T.Zero ? deviation : T.One;
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
            throw new ArgumentException($"The set has {data.InputSize} features an example, but {means.Length} were fitted.", nameof(data));
        Memory<T> standardized = AlignedMemory.Allocate<T>(data.X.Length);
        Apply(data.X, standardized.Span);
        return data.WithFeatures(standardized);
    }

    /// <summary>Standardizes rows of features.</summary>
    /// <param name="rows">The values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the standardized values; may be the same memory.</param>
    /// <exception cref="ArgumentException">The length is zero or no multiple of the number of features, or the destination is too short.</exception>
    public void Apply(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, means.Length);
        RequireRoom(rows, destination);
        for (int i = 0; i < rows.Length; i += means.Length)
        {
            for (int feature = 0; feature < means.Length; feature++)
                destination[i + feature] = (rows[i + feature] - means[feature]) / deviations[feature];
        }
    }

    /// <summary>Turns standardized rows back, such as the predictions of a network trained on standardized labels.</summary>
    /// <param name="rows">The standardized values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the values in their own unit; may be the same memory.</param>
    /// <exception cref="ArgumentException">The length is zero or no multiple of the number of features, or the destination is too short.</exception>
    public void Undo(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, means.Length);
        RequireRoom(rows, destination);
        for (int i = 0; i < rows.Length; i += means.Length)
        {
            for (int feature = 0; feature < means.Length; feature++)
                destination[i + feature] = (rows[i + feature] * deviations[feature]) + means[feature];
        }
    }

    private static void RequireRows(ReadOnlySpan<T> rows, int size)
    {
        if (rows.IsEmpty || rows.Length % size != 0)
        {
            throw new ArgumentException(
                $"rows holds {rows.Length} values, but a row has {size}: the length must be a positive multiple of {size}.", nameof(rows));
        }
    }

    private static void RequireRoom(ReadOnlySpan<T> rows, Span<T> destination)
    {
        if (destination.Length < rows.Length)
            throw new ArgumentException($"destination holds {destination.Length} values, but there are {rows.Length} to write.", nameof(destination));
    }
}
