namespace NetGen;

/// <summary>What is known of dropout beside its formula; the generator and the runtime share it.</summary>
internal static class DropoutFacts
{
    private const double WordCount = 4294967296.0;

    /// <summary>The threshold of a rate: as good as that share of all random words lies below it.</summary>
    /// <param name="rate">The share of units that are dropped; 0 or more, below 1.</param>
    /// <returns>rate * 2^32, rounded; 4294967295 where that is more.</returns>
    public static uint Threshold(double rate) => (uint)System.Math.Min(System.Math.Round(rate * WordCount), uint.MaxValue);
}
