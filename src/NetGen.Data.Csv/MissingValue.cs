using static NetGen.MessageText;

namespace NetGen;

/// <summary>What becomes of a value that is missing in a CSV file. It is never zero unless somebody says so.</summary>
public sealed record MissingValue
{
    private MissingValue(MissingKind kind, double fill = 0.0)
    {
        Kind = kind;
        Fill = fill;
    }

    /// <summary>The file is refused, with line and column: the default.</summary>
    public static MissingValue Refuse { get; } = new(MissingKind.Refuse);

    /// <summary>The row is left out.</summary>
    public static MissingValue DropRow { get; } = new(MissingKind.DropRow);

    /// <summary>The mean of the column in the training file stands in its place. For numbers.</summary>
    public static MissingValue Mean { get; } = new(MissingKind.Mean);

    /// <summary>The median of the column in the training file stands in its place. For numbers.</summary>
    public static MissingValue Median { get; } = new(MissingKind.Median);

    /// <summary>It counts as a name that is not in the vocabulary. For categories.</summary>
    public static MissingValue Unknown { get; } = new(MissingKind.Unknown);

    /// <summary>Whether a column of its own says, with 1, where a value was missing.</summary>
    public bool HasIndicator { get; private init; }

    internal MissingKind Kind { get; }

    internal double Fill { get; }

    /// <summary>A given value stands in its place. For numbers.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static MissingValue With(double value) =>
        double.IsFinite(value)
            ? new(MissingKind.Value, value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "What stands in the place of a missing value must be a finite number.");

    /// <summary>The same, and a further feature that is 1 where a value was missing and 0 where not.</summary>
    /// <exception cref="InvalidOperationException">Nothing stands in the place of a missing value.</exception>
    public MissingValue WithIndicator() =>
        Kind is MissingKind.Mean or MissingKind.Median or MissingKind.Value
            ? this with { HasIndicator = true }
            : throw new InvalidOperationException(Text($"{Kind} puts nothing in the place of a missing value, so there is nothing to indicate."));
}
