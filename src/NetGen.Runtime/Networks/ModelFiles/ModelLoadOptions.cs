namespace NetGen;

/// <summary>
/// What loading a network may pass over. By default nothing: a file that holds more than the network's parameters is probably that of another network.
/// </summary>
public sealed record ModelLoadOptions
{
    /// <summary>
    /// The names of arrays that are no parameters of the network and do not matter. One that ends with * stands for all names that begin so, "*" for whatever
    /// is unknown. "__netgen__" ignores what the file says of its activations and its loss, and so takes numbers that were trained for others.
    /// </summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>Whether parameters that are NaN or infinite are loaded.</summary>
    public bool AllowNonFinite { get; init; }

    /// <summary>Whether an array that the network does not have may be passed over.</summary>
    internal bool Ignores(string name)
    {
        foreach (string pattern in Ignore)
        {
            bool isIgnored = pattern.EndsWith('*')
                ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
                : name == pattern;
            if (isIgnored)
            {
                return true;
            }
        }

        return false;
    }
}
