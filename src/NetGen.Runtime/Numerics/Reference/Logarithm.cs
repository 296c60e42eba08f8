using System.Numerics;

namespace NetGen.Reference;

/// <summary>Logarithms that keep their digits.</summary>
internal static class Logarithm
{
    /// <summary>
    /// log(1 + t) for t of at least 0. 1 + t rounds t, to 1 + t'; log(1 + t') / t' hardly differs from log(1 + t) / t, and t' is known exactly.
    /// </summary>
    public static T OfOnePlus<T>(T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.One + t;
        return sum == T.One || T.IsInfinity(sum) ? t : T.Log(sum) * (t / (sum - T.One));
    }
}
