using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public static partial class VectorMath
{
    /// <summary>e to the power of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Exp(ReadOnlySpan<float> x, Span<float> destination) => SpanMap.Apply<float, ExpFunction>(x, destination);

    /// <summary>e to the power of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> destination) => SpanMap.Apply<double, ExpFunction>(x, destination);

    /// <summary>The natural logarithm of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Log(ReadOnlySpan<float> x, Span<float> destination) => SpanMap.Apply<float, LogFunction>(x, destination);

    /// <summary>The natural logarithm of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> destination) => SpanMap.Apply<double, LogFunction>(x, destination);

    /// <summary>The hyperbolic tangent of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Tanh(ReadOnlySpan<float> x, Span<float> destination) => SpanMap.Apply<float, TanhFunction>(x, destination);

    /// <summary>The hyperbolic tangent of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> destination) => SpanMap.Apply<double, TanhFunction>(x, destination);

    /// <summary>The error function of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Erf(ReadOnlySpan<float> x, Span<float> destination) => SpanMap.Apply<float, ErfFunction>(x, destination);

    /// <summary>The error function of every value.</summary>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Receives the results; as long as x, and x itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Erf(ReadOnlySpan<double> x, Span<double> destination) => SpanMap.Apply<double, ErfFunction>(x, destination);

    /// <summary>The logistic function 1 / (1 + e^-z) of every value.</summary>
    /// <param name="z">The arguments.</param>
    /// <param name="destination">Receives the results; as long as z, and z itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Sigmoid(ReadOnlySpan<float> z, Span<float> destination) => SpanMap.Apply<float, SigmoidFunction>(z, destination);

    /// <summary>The logistic function 1 / (1 + e^-z) of every value.</summary>
    /// <param name="z">The arguments.</param>
    /// <param name="destination">Receives the results; as long as z, and z itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Sigmoid(ReadOnlySpan<double> z, Span<double> destination) => SpanMap.Apply<double, SigmoidFunction>(z, destination);

    /// <summary>The softplus log(1 + e^z) of every value.</summary>
    /// <param name="z">The arguments.</param>
    /// <param name="destination">Receives the results; as long as z, and z itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Softplus(ReadOnlySpan<float> z, Span<float> destination) => SpanMap.Apply<float, SoftplusFunction>(z, destination);

    /// <summary>The softplus log(1 + e^z) of every value.</summary>
    /// <param name="z">The arguments.</param>
    /// <param name="destination">Receives the results; as long as z, and z itself or not overlapping it.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same.</exception>
    public static void Softplus(ReadOnlySpan<double> z, Span<double> destination) => SpanMap.Apply<double, SoftplusFunction>(z, destination);

    private readonly struct ExpFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Exp(x);
    }

    private readonly struct LogFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Log(x);
    }

    private readonly struct TanhFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Tanh(x);
    }

    private readonly struct ErfFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Erf(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Erf(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Erf(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Erf(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Erf(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Erf(x);
    }

    private readonly struct SigmoidFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Sigmoid(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Sigmoid(x);
    }

    private readonly struct SoftplusFunction : IVectorFunction<float>, IVectorFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Of(Vector512<float> x) => Softplus(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Of(Vector256<float> x) => Softplus(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Of(Vector128<float> x) => Softplus(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Softplus(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Softplus(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Of(Vector128<double> x) => Softplus(x);
    }
}
