namespace NetGen;

/// <summary>The ways to deal with a missing value.</summary>
internal enum MissingKind
{
    Refuse,
    DropRow,
    Mean,
    Median,
    Value,
    Unknown,
}
