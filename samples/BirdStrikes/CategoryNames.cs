namespace BirdStrikes;

/// <summary>The names of a column as classes: 1, 2, ... those that the training set has often enough to learn from, 0 for all others and for none.</summary>
/// <param name="names">The names of the training set, row by row.</param>
internal sealed class CategoryNames(IEnumerable<string> names)
{
    private const int Rare = 10;

    private readonly Dictionary<string, int> classes = names
        .CountBy(name => name)
        .Where(counted => counted.Key.Length > 0 && counted.Value >= Rare)
        .Select(counted => counted.Key)
        .Order(StringComparer.Ordinal)
        .Select((name, index) => KeyValuePair.Create(name, index + 1))
        .ToDictionary();

    /// <summary>The class of a name.</summary>
    /// <param name="name">The name; empty where it is missing.</param>
    public int ClassOf(string name) => classes.GetValueOrDefault(name);
}
