using System.Numerics;

namespace NetGen.Numerics;

/// <summary>Sums and multiples of arrays, on vectors of the processor's width. The results are the same for every width but those of sums.</summary>
internal static class SpanArithmetic
{
    /// <summary>sum += factor * values.</summary>
    public static void AddScaled<T>(Span<T> sum, ReadOnlySpan<T> values, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = new(factor);
        int i = 0;
        for (; i <= sum.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(sum[i..]) + (factors * new Vector<T>(values[i..]))).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += factor * values[i];
        }
    }

    /// <summary>values *= factor.</summary>
    public static void Scale<T>(Span<T> values, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> factors = new(factor);
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (factors * new Vector<T>(values[i..])).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>values += share * (target - values).</summary>
    public static void MoveTowards<T>(Span<T> values, ReadOnlySpan<T> target, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> shares = new(share);
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> value = new(values[i..]);
            (value + (shares * (new Vector<T>(target[i..]) - value))).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] += share * (target[i] - values[i]);
        }
    }

    /// <summary>The sum of the squares, in double precision, of which no float is too large.</summary>
    public static double SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<double> low = default, high = default;
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> vector = new(values[i..]);
            if (typeof(T) == typeof(float))
            {
                Vector.Widen(Vector.As<T, float>(vector), out Vector<double> first, out Vector<double> second);
                low += first * first;
                high += second * second;
            }
            else
            {
                Vector<double> all = Vector.As<T, double>(vector);
                low += all * all;
            }
        }

        double sum = Vector.Sum(low + high);
        for (; i < values.Length; i++)
        {
            double value = double.CreateTruncating(values[i]);
            sum += value * value;
        }

        return sum;
    }
}
