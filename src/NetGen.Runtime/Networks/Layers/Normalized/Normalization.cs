using System.Numerics;
using NetGen.Reference;

namespace NetGen;

/// <summary>What the normalizations have in common.</summary>
internal static class Normalization
{
    /// <summary>Z = gamma * (x - mean) / sqrt(variance + epsilon) + beta.</summary>
    public static T Value<T>(T x, Moments<T> moments, T epsilon, T gamma, T beta)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (gamma * ((x - moments.Mean) / T.Sqrt(moments.Variance + epsilon))) + beta;

    /// <summary>Checks that T can hold the numbers of a normalization.</summary>
    public static void RequireElement<T>(LayerActivation ending, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ending.RequireElement<T>();
        Hyperparameter.Positive<T>(epsilon);
    }
}
