using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The mean and the standard deviation of one column of rows, in double precision whatever the rows are.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation; 0 exactly where all values are equal.</param>
internal readonly record struct ColumnMoments(double Mean, double Deviation)
{
    /// <summary>Those of some columns, in two passes.</summary>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="parameterName">What the caller calls the rows.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static ColumnMoments[] Of<T>(FeatureRows<T> rows, ReadOnlySpan<int> columns, string parameterName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = rows.Count;
        int[] exponents = ScalesOf(rows, columns, parameterName);
        double[] sums = new double[columns.Length];
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            for (int i = 0; i < columns.Length; i++)
            {
                sums[i] += Scaled(values[columns[i]], exponents[i]);
            }
        }

        // A column counts as varying when two of its values differ; its squares alone would show the rounding of the mean.
        double[] squares = new double[columns.Length];
        bool[] varies = new bool[columns.Length];
        T[] first = rows[0].ToArray();
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            for (int i = 0; i < columns.Length; i++)
            {
                double distance = Scaled(values[columns[i]], exponents[i]) - (sums[i] / count);
                squares[i] += distance * distance;
                varies[i] |= values[columns[i]] != first[columns[i]];
            }
        }

        var moments = new ColumnMoments[columns.Length];
        for (int i = 0; i < moments.Length; i++)
        {
            double deviation = Math.ScaleB(Math.Sqrt(squares[i] / count), exponents[i]);
            moments[i] = new(Math.ScaleB(sums[i] / count, exponents[i]), varies[i] ? Math.Max(deviation, double.Epsilon) : 0.0);
        }

        return moments;
    }

    /// <summary>
    /// The power of two by which each column is divided while it is measured: 0 unless squares and sums of its values could overflow or vanish. Dividing by a
    /// power of two rounds nothing.
    /// </summary>
    private static int[] ScalesOf<T>(FeatureRows<T> rows, ReadOnlySpan<int> columns, string parameterName)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int HighestOrdinary = 400;
        double[] greatest = new double[columns.Length];
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<T> values = rows[row];
            for (int i = 0; i < columns.Length; i++)
            {
                T value = values[columns[i]];
                if (!T.IsFinite(value))
                {
                    throw new ArgumentException(
                        Text($"Feature {columns[i]} holds a value that is not finite, {value} in row {row}: find and repair it before fitting."),
                        parameterName);
                }

                greatest[i] = Math.Max(greatest[i], Math.Abs(double.CreateTruncating(value)));
            }
        }

        return Array.ConvertAll(greatest, static value => value == 0 || Math.Abs(Math.ILogB(value)) <= HighestOrdinary ? 0 : Math.ILogB(value));
    }

    private static double Scaled<T>(T value, int exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        exponent == 0 ? double.CreateTruncating(value) : Math.ScaleB(double.CreateTruncating(value), -exponent);
}
