namespace NetGen;

/// <summary>The smallest numbers with a full mantissa.</summary>
internal static class SmallestNormalNumber
{
    /// <summary>That of float.</summary>
    public const float Single = 1.17549435e-38f;

    /// <summary>That of double.</summary>
    public const double Double = 2.2250738585072014e-308;
}
