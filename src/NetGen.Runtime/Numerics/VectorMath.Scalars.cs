using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public static partial class VectorMath
{
    /// <summary>e to the power of x, with the bits of the vector form.</summary>
    /// <param name="x">The exponent.</param>
    /// <returns>The power; see <see cref="Exp(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Exp(Vector128.Create(x)).ToScalar();

    /// <summary>e to the power of x, with the bits of the vector form.</summary>
    /// <param name="x">The exponent.</param>
    /// <returns>The power; see <see cref="Exp(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) => Exp(Vector128.Create(x)).ToScalar();

    /// <summary>The natural logarithm of x, with the bits of the vector form.</summary>
    /// <param name="x">The value.</param>
    /// <returns>The logarithm; see <see cref="Log(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Log(Vector128.Create(x)).ToScalar();

    /// <summary>The natural logarithm of x, with the bits of the vector form.</summary>
    /// <param name="x">The value.</param>
    /// <returns>The logarithm; see <see cref="Log(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x) => Log(Vector128.Create(x)).ToScalar();

    /// <summary>The hyperbolic tangent of x, with the bits of the vector form.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The hyperbolic tangent; see <see cref="Tanh(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Tanh(float x) => Tanh(Vector128.Create(x)).ToScalar();

    /// <summary>The hyperbolic tangent of x, with the bits of the vector form.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The hyperbolic tangent; see <see cref="Tanh(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Tanh(double x) => Tanh(Vector128.Create(x)).ToScalar();

    /// <summary>The error function of x, with the bits of the vector form.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The value; see <see cref="Erf(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Erf(float x) => Erf(Vector128.Create(x)).ToScalar();

    /// <summary>The error function of x, with the bits of the vector form.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The value; see <see cref="Erf(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Erf(double x) => Erf(Vector128.Create(x)).ToScalar();

    /// <summary>The logistic function of z, with the bits of the vector form.</summary>
    /// <param name="z">The argument.</param>
    /// <returns>The value in [0, 1]; see <see cref="Sigmoid(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sigmoid(float z) => Sigmoid(Vector128.Create(z)).ToScalar();

    /// <summary>The logistic function of z, with the bits of the vector form.</summary>
    /// <param name="z">The argument.</param>
    /// <returns>The value in [0, 1]; see <see cref="Sigmoid(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sigmoid(double z) => Sigmoid(Vector128.Create(z)).ToScalar();

    /// <summary>The softplus of z, with the bits of the vector form.</summary>
    /// <param name="z">The argument.</param>
    /// <returns>The value; see <see cref="Softplus(Vector512{float})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Softplus(float z) => Softplus(Vector128.Create(z)).ToScalar();

    /// <summary>The softplus of z, with the bits of the vector form.</summary>
    /// <param name="z">The argument.</param>
    /// <returns>The value; see <see cref="Softplus(Vector512{double})"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Softplus(double z) => Softplus(Vector128.Create(z)).ToScalar();
}
