using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// What is known of a value's shape: a list (its length, or that it holds whole examples of some size), a matrix (its rows, its columns), or nothing at all.
/// Whatever is null is not known, and what is not known never makes a diagnostic.
/// </summary>
internal sealed record Shape
{
    /// <summary>A value of which nothing is known.</summary>
    public static Shape Unknown { get; } = new();

    /// <summary>The number of values, of all rows together.</summary>
    public long? Length { get; private init; }

    /// <summary>The number of values of one example, when the value is declared to hold whole examples.</summary>
    public int? ExampleSize { get; private init; }

    /// <summary>The number of rows of a matrix.</summary>
    public long? Rows { get; private init; }

    /// <summary>The number of columns of a matrix.</summary>
    public long? Columns { get; private init; }

    /// <summary>Whether the value is a matrix: a two-dimensional array, an array of rows, or a list declared as one.</summary>
    public bool IsMatrix { get; private init; }

    /// <summary>The member of a network that the value is, for messages that name it.</summary>
    public ShapeOrigin? Origin { get; init; }

    /// <summary>Where the value was created, when that is not where it is used: what a code fix changes.</summary>
    public Location? Creation { get; init; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsUnknown => !IsMatrix && Length is null && ExampleSize is null;

    /// <summary>A list of values.</summary>
    public static Shape List(long length) => new() { Length = length };

    /// <summary>Whole examples of <paramref name="size"/> values each; how many is known when <paramref name="length"/> is.</summary>
    public static Shape Examples(int size, long? length = null) => new() { ExampleSize = size, Length = length };

    /// <summary>A matrix, or a list that holds one row by row.</summary>
    public static Shape Matrix(long? rows, long? columns) => new() { IsMatrix = true, Rows = rows, Columns = columns, Length = rows * columns };

    /// <summary>The shape of a value that is one of two: what both agree on.</summary>
    public Shape Join(Shape other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return Unknown;
        }

        if (IsMatrix && other.IsMatrix)
        {
            return Matrix(Agreed(Rows, other.Rows), Agreed(Columns, other.Columns));
        }

        return new Shape { Length = Agreed(Length, other.Length), ExampleSize = ExampleSize == other.ExampleSize ? ExampleSize : null };
    }

    /// <summary>Whether a value of this shape can never be one that must have the shape <paramref name="required"/>.</summary>
    public bool Contradicts(Shape required)
    {
        if (IsUnknown || required.IsUnknown)
        {
            return false;
        }

        if (required.IsMatrix)
        {
            return IsMatrix ? Differ(Rows, required.Rows) || Differ(Columns, required.Columns) : ContradictsLength(required.Length);
        }

        if (required.ExampleSize is not int size)
        {
            return ContradictsLength(required.Length);
        }
        // A length that is known decides; only without one do the declared sizes of an example stand against each other.
        return Length is long length ? length % size != 0 : ExampleSize is int own && own != size;
    }

    private static long? Agreed(long? one, long? other) => one == other ? one : null;

    private static bool Differ(long? one, long? other) => one is not null && other is not null && one != other;

    private bool ContradictsLength(long? required) =>
        required is long length && (Length is long own ? own != length : ExampleSize is int size && length % size != 0);
}
