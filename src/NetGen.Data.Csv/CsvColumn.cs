using System.Collections.Immutable;

namespace NetGen;

/// <summary>A column of a file that is read.</summary>
/// <param name="Name">Its name in the first line.</param>
/// <param name="Role">What it becomes.</param>
/// <param name="Missing">What becomes of missing values.</param>
/// <param name="Names">The names of the classes, in the order of their indices; empty for numbers, and for classes that are not known yet.</param>
/// <param name="MinimumCount">How often a name must occur in the training file to be a class.</param>
/// <param name="Fill">What stands in the place of missing numbers, once it is known.</param>
internal sealed record CsvColumn(string Name, CsvRole Role, MissingValue Missing, ImmutableArray<string> Names, int MinimumCount, double Fill)
{
    /// <summary>Whether its cells are names.</summary>
    public bool IsNamed => Role is CsvRole.Category or CsvRole.OneHot or CsvRole.ClassLabel;

    /// <summary>Whether it is part of the label.</summary>
    public bool IsLabel => Role is CsvRole.Label or CsvRole.ClassLabel;

    /// <summary>Whether the training file says what becomes of its cells.</summary>
    public bool IsFitted => IsNamed ? Names.IsEmpty : Missing.Kind is MissingKind.Mean or MissingKind.Median;

    /// <summary>How many features it becomes.</summary>
    public int Features => Role switch
    {
        CsvRole.Number => Missing.HasIndicator ? 2 : 1,
        CsvRole.Category => 1,
        CsvRole.OneHot => Names.Length + 1,
        CsvRole.Label or CsvRole.ClassLabel => 0,
    };
}
