using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Columns of the input that belong together, such as those of one input of a network, and the name by which they go.</summary>
public sealed class FeatureGroup
{
    /// <summary>Names columns.</summary>
    /// <param name="name">The name; not empty.</param>
    /// <param name="columns">The columns of the input, from 0; at least one, none twice.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no column, or one stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is negative.</exception>
    public FeatureGroup(string name, params ReadOnlySpan<int> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (columns.IsEmpty)
        {
            throw new ArgumentException($"columns is empty, but {name} needs at least one column.", nameof(columns));
        }

        for (int place = 0; place < columns.Length; place++)
        {
            if (columns[place] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(columns), columns[place], Text($"columns holds {columns[place]} at {place}, but columns are counted from 0."));
            }

            if (columns[..place].Contains(columns[place]))
            {
                throw new ArgumentException(Text($"columns holds {columns[place]} twice, but a group has each of its columns once."), nameof(columns));
            }
        }

        Name = name;
        Columns = [.. columns];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The columns of the input, from 0.</summary>
    public ImmutableArray<int> Columns { get; }

    /// <summary>
    /// Names consecutive columns, such as those of an input: <c>FeatureGroup.Range("numbers", Income.NumbersColumn, Income.NumbersCount)</c>.
    /// </summary>
    /// <param name="name">The name; not empty.</param>
    /// <param name="first">The first column, from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first column is negative, or there is none.</exception>
    public static FeatureGroup Range(string name, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new(name, [.. Enumerable.Range(first, count)]);
    }

    /// <summary>As in "numbers (2 columns)".</summary>
    public override string ToString() => $"{Name} ({Counted(Columns.Length, "column")})";
}
