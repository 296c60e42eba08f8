using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Which columns of a CSV file become features and labels, by name, in the order in which they are added; all others are passed over.
/// <see cref="CsvReader{T}.Fit(string, CsvColumns, CsvOptions)"/> learns from the training file what they hold.
/// </summary>
public sealed class CsvColumns
{
    private readonly List<CsvColumn> columns = [];

    internal IReadOnlyList<CsvColumn> All => columns;

    /// <summary>Adds a feature that is a number.</summary>
    /// <param name="name">The column's name in the first line of the file.</param>
    /// <param name="missing">What becomes of missing values; null: <see cref="MissingValue.Refuse"/>.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or numbers know no such way to deal with missing values.</exception>
    public CsvColumns Number(string name, MissingValue? missing = null)
    {
        missing ??= MissingValue.Refuse;
        RequireKind(missing.Kind != MissingKind.Unknown, missing, "a number");
        return Add(new(Named(name), CsvRole.Number, missing, [], 1, missing.Fill));
    }

    /// <summary>
    /// Adds a feature that is a class index, as <c>Node.Embed</c> and <c>Node.OneHot</c> take it: n names have the indices 0 to n - 1, and all others, which
    /// the training file does not hold, have n.
    /// </summary>
    /// <param name="name">The column's name in the first line of the file.</param>
    /// <param name="missing">What becomes of missing values: refused (null), the row dropped, or <see cref="MissingValue.Unknown"/>.</param>
    /// <param name="names">The names in the order of their indices; null: those of the training file, in ordinal order.</param>
    /// <param name="minimumCount">How often a name must occur in the training file: rarer ones are unknown, so that unknown is learned.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, a category knows no such way, or names are none or twice the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">minimumCount is not positive.</exception>
    public CsvColumns Category(string name, MissingValue? missing = null, IReadOnlyList<string>? names = null, int minimumCount = 1) =>
        AddNamed(name, CsvRole.Category, missing ?? MissingValue.Refuse, names, minimumCount);

    /// <summary>Adds a feature for each name of a category and one for all names that the training file does not hold: the one that it is, is 1.</summary>
    /// <param name="name">The column's name in the first line of the file.</param>
    /// <param name="missing">What becomes of missing values: refused (null), the row dropped, or <see cref="MissingValue.Unknown"/>.</param>
    /// <param name="names">The names in the order of their features; null: those of the training file, in ordinal order.</param>
    /// <param name="minimumCount">How often a name must occur in the training file: rarer ones are unknown, so that unknown is learned.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, a category knows no such way, or names are none or twice the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">minimumCount is not positive.</exception>
    public CsvColumns OneHot(string name, MissingValue? missing = null, IReadOnlyList<string>? names = null, int minimumCount = 1) =>
        AddNamed(name, CsvRole.OneHot, missing ?? MissingValue.Refuse, names, minimumCount);

    /// <summary>Adds a label that is a number.</summary>
    /// <param name="name">The column's name in the first line of the file.</param>
    /// <param name="missing">What becomes of missing values: refused (null), or the row dropped.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or a label knows no such way to deal with missing values.</exception>
    /// <exception cref="InvalidOperationException">The label is a class already.</exception>
    public CsvColumns Label(string name, MissingValue? missing = null)
    {
        missing ??= MissingValue.Refuse;
        RequireKind(missing.Kind is MissingKind.Refuse or MissingKind.DropRow, missing, "a label");
        if (columns.Exists(static column => column.Role == CsvRole.ClassLabel))
        {
            throw new InvalidOperationException($"{name} cannot be a label beside a class, which is all of the label.");
        }

        return Add(new(Named(name), CsvRole.Label, missing, [], 1, 0.0));
    }

    /// <summary>Makes a category the label, which becomes a one-hot row. A name that is not in the vocabulary is refused.</summary>
    /// <param name="name">The column's name in the first line of the file.</param>
    /// <param name="missing">What becomes of missing values: refused (null), or the row dropped.</param>
    /// <param name="names">The names in the order of their class indices, at least 2; null: those of the training file, in ordinal order.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty or taken, a label knows no such way to deal with missing values, or names are fewer than 2 or twice the same.
    /// </exception>
    /// <exception cref="InvalidOperationException">There is a label already.</exception>
    public CsvColumns ClassLabel(string name, MissingValue? missing = null, IReadOnlyList<string>? names = null)
    {
        missing ??= MissingValue.Refuse;
        RequireKind(missing.Kind is MissingKind.Refuse or MissingKind.DropRow, missing, "a label");
        if (columns.Exists(static column => column.IsLabel))
        {
            throw new InvalidOperationException($"{name} cannot be the label beside another: a class is all of the label.");
        }

        return AddNamed(name, CsvRole.ClassLabel, missing, names, 1);
    }

    private CsvColumns AddNamed(string name, CsvRole role, MissingValue missing, IReadOnlyList<string>? names, int minimumCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minimumCount);
        RequireKind(missing.Kind is MissingKind.Refuse or MissingKind.DropRow or MissingKind.Unknown, missing, "a category");
        int least = role == CsvRole.ClassLabel ? 2 : 1;
        if (names is not null && (names.Count < least || names.Distinct(StringComparer.Ordinal).Count() < names.Count))
        {
            throw new ArgumentException(
                Text($"{name} has the names {string.Join(", ", names)}, but it needs at least {least}, each once."), nameof(names));
        }

        return Add(new(Named(name), role, missing, names is null ? [] : [.. names], minimumCount, 0.0));
    }

    private CsvColumns Add(CsvColumn column)
    {
        columns.Add(column);
        return this;
    }

    private string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return columns.Exists(other => other.Name == name) ? throw new ArgumentException($"There is a column {name} already.", nameof(name)) : name;
    }

    private static void RequireKind(bool isKnown, MissingValue missing, string what)
    {
        if (!isKnown)
        {
            throw new ArgumentException(Text($"{missing.Kind} is no way to deal with missing values of {what}."), nameof(missing));
        }
    }
}
