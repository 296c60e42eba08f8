using System.Numerics;

namespace NetGen;

/// <summary>What the probabilities of an element type can be.</summary>
/// <param name="Epsilon">The distance from 1 to the next number.</param>
/// <param name="LeastNormal">The least number above 0 that has all its digits.</param>
internal readonly record struct Precision(double Epsilon, double LeastNormal)
{
    /// <summary>The greatest number below 1.</summary>
    public double BelowOne => 1.0 - (Epsilon / 2.0);

    /// <summary>That of float or double.</summary>
    public static Precision Of<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? new(Math.ScaleB(1.0, -23), Math.ScaleB(1.0, -126)) : new(Math.ScaleB(1.0, -52), Math.ScaleB(1.0, -1022));
}
