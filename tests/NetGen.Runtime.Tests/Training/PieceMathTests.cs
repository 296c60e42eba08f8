using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime.Tests.Training;

/// <summary>The operations of updates: on vectors, each element has the bits that it has alone.</summary>
public class PieceMathTests
{
    private const int Length = 40;

    [Fact]
    public void Every_size_has_the_same_bits()
    {
        AssertSame<float, Vector512<float>, PieceMath512<float>>();
        AssertSame<float, Vector256<float>, PieceMath256<float>>();
        AssertSame<float, Vector128<float>, PieceMath128<float>>();
        AssertSame<double, Vector512<double>, PieceMath512<double>>();
        AssertSame<double, Vector256<double>, PieceMath256<double>>();
        AssertSame<double, Vector128<double>, PieceMath128<double>>();

        static void AssertSame<T, TPiece, TMath>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, T>
        {
            T[][] alone = Results<T, T, PieceMathScalar<T>>(), together = Results<T, TPiece, TMath>();
            for (int operation = 0; operation < alone.Length; operation++)
            {
                Assert.Equal(alone[operation], together[operation]);
            }
        }
    }

    [Fact]
    public void Operations_are_what_their_names_say()
    {
        double[][] results = Results<double, double, PieceMathScalar<double>>();
        double[] a = Values<double>(0), b = Values<double>(1), c = Values<double>(2);
        Func<int, double>[] expected =
        [
            i => a[i] + b[i], i => a[i] - b[i], i => a[i] * b[i], i => a[i] / b[i], i => (a[i] * b[i]) + c[i], i => a[i] * 0.75, i => (a[i] * 0.75) + c[i],
            i => a[i] + 0.75, i => Math.Sqrt(Math.Abs(a[i])), i => Math.Abs(a[i]), i => Math.Min(a[i], b[i]), i => Math.Max(a[i], b[i]), i => a[i],
            i => Math.Sign(a[i]), _ => 0.75,
        ];
        for (int operation = 0; operation < expected.Length; operation++)
        {
            for (int i = 0; i < Length; i++)
            {
                Assert.Equal(expected[operation](i), results[operation][i], 1e-14);
            }
        }
    }

    [Fact]
    public void Numbers_without_a_full_mantissa_become_zero()
    {
        AssertFlushed<float, Vector512<float>, PieceMath512<float>>(1.17549435e-38f, float.Epsilon);
        AssertFlushed<float, Vector256<float>, PieceMath256<float>>(1.17549435e-38f, 1.1754942e-38f);
        AssertFlushed<float, Vector128<float>, PieceMath128<float>>(1.17549435e-38f, -float.Epsilon);
        AssertFlushed<float, float, PieceMathScalar<float>>(-1.17549435e-38f, 1.1754942e-38f);
        AssertFlushed<double, Vector512<double>, PieceMath512<double>>(2.2250738585072014e-308, double.Epsilon);
        AssertFlushed<double, double, PieceMathScalar<double>>(-2.2250738585072014e-308, 2.225073858507201e-308);
        AssertFlushed<double, double, PieceMathScalar<double>>(double.NaN, -double.Epsilon);

        static void AssertFlushed<T, TPiece, TMath>(T kept, T flushed)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, T>
        {
            var result = new T[TMath.Count];
            TMath.Store(TMath.FlushSubnormal(TMath.Create(kept)), result, 0);
            Assert.All(result, value => Assert.Equal(kept, value));
            TMath.Store(TMath.FlushSubnormal(TMath.Create(flushed)), result, 0);
            Assert.All(result, value => Assert.Equal(T.Zero, value));
        }
    }

    [Fact]
    public void The_sign_of_zero_is_zero_and_of_what_is_no_number_none()
    {
        AssertSigns<float, Vector512<float>, PieceMath512<float>>();
        AssertSigns<float, Vector256<float>, PieceMath256<float>>();
        AssertSigns<double, Vector128<double>, PieceMath128<double>>();
        AssertSigns<double, double, PieceMathScalar<double>>();

        static void AssertSigns<T, TPiece, TMath>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, T>
        {
            var result = new T[TMath.Count];
            T[] values = [T.Zero, T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.Epsilon, -T.Epsilon];
            T[] signs = [T.Zero, T.NaN, T.One, -T.One, T.One, -T.One];
            for (int i = 0; i < values.Length; i++)
            {
                TMath.Store(TMath.Sign(TMath.Create(values[i])), result, 0);
                Assert.All(result, value => Assert.Equal(signs[i], value));
            }
        }
    }

    [Fact]
    public void A_piece_that_is_not_within_the_span_is_refused()
    {
        AssertRefused<Vector512<float>, PieceMath512<float>>();
        AssertRefused<Vector256<float>, PieceMath256<float>>();
        AssertRefused<Vector128<float>, PieceMath128<float>>();
        AssertRefused<float, PieceMathScalar<float>>();

        static void AssertRefused<TPiece, TMath>()
            where TPiece : struct
            where TMath : struct, IPieceMath<TPiece, float>
        {
            foreach (int index in (int[])[-1, Length - TMath.Count + 1, Length, int.MaxValue, int.MinValue])
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => TMath.Load(new float[Length], index));
                Assert.Throws<ArgumentOutOfRangeException>(() => TMath.Store(TMath.Create(1f), new float[Length], index));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => TMath.Load([], 0));
        }
    }

    private static T[][] Results<T, TPiece, TMath>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        T[] left = Values<T>(0), right = Values<T>(1), third = Values<T>(2);
        T factor = T.CreateTruncating(0.75);
        var results = new T[15][];
        for (int operation = 0; operation < results.Length; operation++)
        {
            results[operation] = new T[Length];
            for (int i = 0; i < Length; i += TMath.Count)
            {
                // The last piece starts where it still has room.
                int at = Math.Min(i, Length - TMath.Count);
                TPiece a = TMath.Load(left, at), b = TMath.Load(right, at), c = TMath.Load(third, at);
                TPiece result = operation switch
                {
                    0 => TMath.Add(a, b),
                    1 => TMath.Subtract(a, b),
                    2 => TMath.Multiply(a, b),
                    3 => TMath.Divide(a, b),
                    4 => TMath.MultiplyAdd(a, b, c),
                    5 => TMath.Scale(a, factor),
                    6 => TMath.ScaleAdd(a, factor, c),
                    7 => TMath.Shift(a, factor),
                    8 => TMath.Sqrt(TMath.Abs(a)),
                    9 => TMath.Abs(a),
                    10 => TMath.Min(a, b),
                    11 => TMath.Max(a, b),
                    12 => TMath.FlushSubnormal(a),
                    13 => TMath.Sign(a),
                    _ => TMath.Create(factor),
                };
                TMath.Store(result, results[operation], at);
            }
        }

        return results;
    }

    private static T[] Values<T>(int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => T.CreateTruncating((random.NextDouble() * 4) - 2))];
    }
}
