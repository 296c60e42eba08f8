using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What usually makes a training diverge, as far as its set and its options tell.</summary>
internal static class DivergenceAdvice
{
    // Standardized features seldom reach it; raw pixels and prices do.
    private const double LargeFeature = 20.0;

    /// <summary>The advice.</summary>
    /// <param name="x">The features of the batch in which it was seen.</param>
    /// <param name="network">The network.</param>
    /// <param name="options">How it was trained.</param>
    /// <param name="rate">The learning rate.</param>
    public static string Of<T>(ReadOnlySpan<T> x, NetworkDescription network, TrainingOptions options, double rate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (FiniteScan.IndexOfNonFinite(x) >= 0)
        {
            return "The features hold NaN or infinity: leave such rows out, or fill what is missing.";
        }

        double largest = 0.0;
        foreach (T value in x)
        {
            largest = Math.Max(largest, Math.Abs(double.CreateTruncating(value)));
        }

        string scaling = largest > LargeFeature && !network.Layers.Any(static layer => layer.StandardizesColumns)
            ? Text($" The features reach {largest:G3}: scale them, with {nameof(Standardization<>)} for instance.")
            : "";
        string clipping = options.ClipNorm is null && options.ClipValue is null
            ? $" Or bound the gradient with {nameof(TrainingOptions.ClipNorm)}."
            : "";
        return Text($"The usual cause is a learning rate that is too high: it was {rate:G4}, try a tenth of it, ")
            + $"or begin with {nameof(Schedule)}.{nameof(Schedule.Warmup)}.{scaling}{clipping}";
    }
}
