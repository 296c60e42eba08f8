namespace NetGen.Networks.Tests.Widths;

/// <summary>The trait by which child processes of other vector widths choose their tests.</summary>
internal static class Suites
{
    /// <summary>The name of the trait.</summary>
    public const string Trait = "Suite";

    /// <summary>Results that must hold for every width with vector instructions.</summary>
    public const string Numerics = "Numerics";

    /// <summary>The part of them that is small enough for vectors in software: small sizes and single steps.</summary>
    public const string Small = "Small";
}
