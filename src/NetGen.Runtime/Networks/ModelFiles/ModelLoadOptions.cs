namespace NetGen;

/// <summary>
/// What loading a network may pass over. By default nothing: a file that holds more than the network's parameters is probably that of another network.
/// </summary>
public sealed record ModelLoadOptions
{
    /// <summary>
    /// The names of arrays that are passed over: unknown ones of the file do not matter, and the network keeps its own values for those of its parameters that
    /// are named, whether the file has them or not. So a network with another head takes the rest of one that was trained before. A name that ends with *
    /// stands for all names that begin so; "*" alone for whatever of the file is unknown, and for none of the network's own. "__netgen__" ignores what the file
    /// says of its activations and its loss, and so takes numbers that were trained for others.
    /// </summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>Whether parameters that are NaN or infinite are loaded.</summary>
    public bool AllowNonFinite { get; init; }

    /// <summary>Whether an array that the network does not have may be passed over.</summary>
    internal bool Ignores(string name) => Ignore.Any(pattern => Matches(pattern, name));

    /// <summary>Whether a parameter of the network keeps its own values: only by its name, or the beginning of it, that says which.</summary>
    internal bool Keeps(string name) => Ignore.Any(pattern => pattern != "*" && Matches(pattern, name));

    private static bool Matches(string pattern, string name) => pattern.EndsWith('*')
        ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : name == pattern;
}
