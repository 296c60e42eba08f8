using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What examples are made of, where they come from objects: which features and which labels are taken from a row, in the order in which they are added. One
/// object serves the training set (<see cref="Dataset{T}.From"/>), every other set, and the inputs of single predictions (<see cref="CopyFeatures"/>): from its
/// first use on, no column can be added.
/// </summary>
/// <typeparam name="TRow">The type of a row.</typeparam>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class RowColumns<TRow, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<RowColumn<TRow, T>> features = [];
    private readonly List<RowColumn<TRow, T>> labels = [];
    private IndexColumn<TRow, T>? classLabel;
    private bool isUsed;

    /// <summary>The features of an example, n[0].</summary>
    public int InputSize { get; private set; }

    /// <summary>The label values of an example, n[L]: with a class as label, the number of classes.</summary>
    public int OutputSize { get; private set; }

    /// <summary>Adds a feature.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="select">Gives its value.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="InvalidOperationException">The columns have been used.</exception>
    public RowColumns<TRow, T> Feature(string name, Func<TRow, T> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return AddFeature(new NumberColumn<TRow, T>(Named(name), select));
    }

    /// <summary>Adds features that lie one after the other, such as those of an array.</summary>
    /// <param name="name">Their name, for messages; no other column has it.</param>
    /// <param name="count">How many there are in every row.</param>
    /// <param name="select">Gives their values, exactly so many.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or count is not positive.</exception>
    /// <exception cref="InvalidOperationException">The columns have been used.</exception>
    public RowColumns<TRow, T> Features(string name, int count, Func<TRow, ReadOnlySpan<T>> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return AddFeature(new NumbersColumn<TRow, T>(Named(name), count, select));
    }

    /// <summary>Adds a feature that is a class index, as <c>Node.Embed</c> and <c>Node.OneHot</c> take it.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="categories">The number of classes, at least 1.</param>
    /// <param name="select">Gives the index, 0 to categories - 1.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or there are no classes, or more than whole numbers that T holds exactly.</exception>
    /// <exception cref="InvalidOperationException">The columns have been used.</exception>
    public RowColumns<TRow, T> Category(string name, int categories, Func<TRow, int> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(categories);
        RequireExact(categories);
        return AddFeature(new NumberIndexColumn<TRow, T>(Named(name), categories, select));
    }

    /// <summary>Adds a feature that is a class index: the place of an enumeration's value among all of them, in the order of their numbers.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="select">Gives the value.</param>
    /// <typeparam name="TEnum">The enumeration; two names of one value are one class.</typeparam>
    /// <exception cref="ArgumentException">The name is empty or taken, or the enumeration has no value.</exception>
    /// <exception cref="InvalidOperationException">The columns have been used.</exception>
    public RowColumns<TRow, T> Category<TEnum>(string name, Func<TRow, TEnum> select)
        where TEnum : struct, Enum => AddFeature(OfEnum(name, select));

    /// <summary>Adds a label that is a number.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="select">Gives its value.</param>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="InvalidOperationException">The label is a class already, or the columns have been used.</exception>
    public RowColumns<TRow, T> Label(string name, Func<TRow, T> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return AddLabel(new NumberColumn<TRow, T>(Named(name), select));
    }

    /// <summary>Adds labels that lie one after the other, such as those of an array.</summary>
    /// <param name="name">Their name, for messages; no other column has it.</param>
    /// <param name="count">How many there are in every row.</param>
    /// <param name="select">Gives their values, exactly so many.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or count is not positive.</exception>
    /// <exception cref="InvalidOperationException">The label is a class already, or the columns have been used.</exception>
    public RowColumns<TRow, T> Labels(string name, int count, Func<TRow, ReadOnlySpan<T>> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return AddLabel(new NumbersColumn<TRow, T>(Named(name), count, select));
    }

    /// <summary>Makes a class the label, which becomes a one-hot row.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="classCount">The number of classes, at least 2. For two classes and one output, add a <see cref="Label"/> that is 0 or 1.</param>
    /// <param name="select">Gives the class index, 0 to classCount - 1.</param>
    /// <exception cref="ArgumentException">The name is empty or taken, or there are fewer than two classes.</exception>
    /// <exception cref="InvalidOperationException">There is a label already, or the columns have been used.</exception>
    public RowColumns<TRow, T> ClassLabel(string name, int classCount, Func<TRow, int> select)
    {
        ArgumentNullException.ThrowIfNull(select);
        return SetClass(new NumberIndexColumn<TRow, T>(Named(name), classCount, select), nameof(classCount));
    }

    /// <summary>Makes an enumeration the label: each of its values is a class, in the order of their numbers. The label becomes a one-hot row.</summary>
    /// <param name="name">Its name, for messages; no other column has it.</param>
    /// <param name="select">Gives the value.</param>
    /// <typeparam name="TEnum">The enumeration, of at least 2 values; two names of one value are one class.</typeparam>
    /// <exception cref="ArgumentException">The name is empty or taken, or there are fewer than two values.</exception>
    /// <exception cref="InvalidOperationException">There is a label already, or the columns have been used.</exception>
    public RowColumns<TRow, T> ClassLabel<TEnum>(string name, Func<TRow, TEnum> select)
        where TEnum : struct, Enum => SetClass(OfEnum(name, select), nameof(select));

    /// <summary>Takes the features of one row, as inputs of a prediction. What is not finite stays as it is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Receives the <see cref="InputSize"/> features.</param>
    /// <exception cref="ArgumentException">The destination is too short, or a category is out of range, or numbers are missing.</exception>
    public void CopyFeatures(TRow row, Span<T> destination)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (destination.Length < InputSize)
        {
            throw new ArgumentException(Text($"destination holds {destination.Length} values, but a row has {InputSize} features."), nameof(destination));
        }

        isUsed = true;
        Write(features, row, -1, destination, NonFinite.Keep);
    }

    /// <summary>All examples of some rows.</summary>
    internal RowExamples<T> Read(IEnumerable<TRow> rows, NonFinite nonFinite)
    {
        isUsed = true;
        var examples = new RowExamples<T>(InputSize, classLabel is null ? OutputSize : 0, rows.TryGetNonEnumeratedCount(out int count) ? count : 0);
        foreach (TRow row in rows)
        {
            int number = examples.Count;
            if (row is null)
            {
                throw new ArgumentException(Text($"rows holds null in row {number}."), nameof(rows));
            }

            (Memory<T> x, Memory<T> y) = examples.Add();
            Write(features, row, number, x.Span, nonFinite);
            Write(labels, row, number, y.Span, nonFinite);
            if (classLabel is not null)
            {
                examples.Classes.Add(classLabel.Index(row, number));
            }
        }

        return examples;
    }

    private static void Write(List<RowColumn<TRow, T>> columns, TRow row, int number, Span<T> destination, NonFinite nonFinite)
    {
        foreach (RowColumn<TRow, T> column in columns)
        {
            Span<T> values = destination[..column.Count];
            column.Write(row, number, values);
            if (nonFinite == NonFinite.Refuse)
            {
                column.RequireFinite(values, number);
            }

            destination = destination[column.Count..];
        }
    }

    private EnumIndexColumn<TRow, T, TEnum> OfEnum<TEnum>(string name, Func<TRow, TEnum> select)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(select);
        var column = new EnumIndexColumn<TRow, T, TEnum>(Named(name), select);
        return column.Categories > 0
            ? column
            : throw new ArgumentException($"{typeof(TEnum).Name} has no value, so column {name} has no class.", nameof(select));
    }

    private RowColumns<TRow, T> AddFeature(RowColumn<TRow, T> column)
    {
        InputSize = checked(InputSize + column.Count);
        names.Add(column.Name);
        features.Add(column);
        return this;
    }

    private RowColumns<TRow, T> AddLabel(RowColumn<TRow, T> column)
    {
        if (classLabel is not null)
        {
            throw new InvalidOperationException($"{column.Name} cannot be a label beside {classLabel.Name}, which is a class and with that all of the label.");
        }

        OutputSize = checked(OutputSize + column.Count);
        names.Add(column.Name);
        labels.Add(column);
        return this;
    }

    private RowColumns<TRow, T> SetClass(IndexColumn<TRow, T> column, string parameterName)
    {
        if (column.Categories < 2)
        {
            throw new ArgumentException(
                Text($"{column.Name} has {Counted(column.Categories, "class")}, but a class as label needs at least 2: a number is a label by itself."),
                parameterName);
        }

        if (OutputSize > 0)
        {
            string taken = classLabel?.Name ?? labels[0].Name;
            throw new InvalidOperationException($"{column.Name} cannot be the label beside {taken}: a class is all of the label.");
        }

        OutputSize = column.Categories;
        names.Add(column.Name);
        classLabel = column;
        return this;
    }

    private string Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (isUsed)
        {
            throw new InvalidOperationException(
                $"{name} cannot be added: rows have been read with these columns, and those that follow must be like them. Make other columns for other sets.");
        }

        return names.Contains(name) ? throw new ArgumentException($"There is a column {name} already: give this one another name.", nameof(name)) : name;
    }

    private static void RequireExact(int categories)
    {
        if (typeof(T) == typeof(float) && categories > 1 << 24)
        {
            throw new ArgumentException(Text($"There are {categories} classes, but float holds whole numbers exactly up to {1 << 24}."), nameof(categories));
        }
    }
}
