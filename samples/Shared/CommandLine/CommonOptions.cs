namespace Samples.CommandLine;

/// <summary>The options that every sample has; a further task of a sample takes some of them.</summary>
[Flags]
public enum CommonOptions
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>--out DIR.</summary>
    Output = 1,

    /// <summary>--seed N.</summary>
    Seed = 2,

    /// <summary>--threads N.</summary>
    Threads = 4,
}
