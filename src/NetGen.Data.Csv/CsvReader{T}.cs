using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Reads CSV files of the same columns into sets of the same shape. What is learned (the names of categories, what stands in the place of missing values) is
/// learned from the training file, once, and goes with the network: see <see cref="ToJson"/>.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed partial class CsvReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ImmutableArray<CsvColumn> columns;
    private readonly CsvOptions options;
    private readonly Dictionary<string, int>[] indices;

    private CsvReader(ImmutableArray<CsvColumn> columns, CsvOptions options)
    {
        this.columns = columns;
        this.options = options;
        indices = [.. columns.Select(static column => IndicesOf(column.Names))];
        InputSize = columns.Sum(static column => column.Features);
        CsvColumn? classLabel = columns.FirstOrDefault(static column => column.Role == CsvRole.ClassLabel);
        ClassNames = classLabel?.Names ?? [];
        OutputSize = classLabel is null ? columns.Count(static column => column.IsLabel) : ClassNames.Length;
        FeatureNames = [.. columns.SelectMany(NamesOf)];
    }

    /// <summary>The features of an example, n[0].</summary>
    public int InputSize { get; }

    /// <summary>The label values of an example, n[L]: with a class as label, the number of classes.</summary>
    public int OutputSize { get; }

    /// <summary>What each feature is, such as "width", "width is missing", "colour = red" and "colour = unknown".</summary>
    public ImmutableArray<string> FeatureNames { get; }

    /// <summary>The names of the classes, in the order of their indices; empty where labels are numbers.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>Learns from the training file what its columns hold.</summary>
    /// <param name="path">The training file; never the test file, which training must not see.</param>
    /// <param name="columns">What becomes of which column, at least one feature and one label.</param>
    /// <param name="options">How the file is written; null: as <see cref="CsvOptions"/> has it by default.</param>
    /// <exception cref="ArgumentException">There is no feature or no label, or T cannot hold what stands in the place of missing values.</exception>
    /// <exception cref="DataFormatException">The file is not what the columns say; the message names line and column.</exception>
    public static CsvReader<T> Fit(string path, CsvColumns columns, CsvOptions? options = null)
    {
        using FileStream stream = File.OpenRead(path);
        return Fit(stream, columns, options, path);
    }

    /// <summary>Learns from the training data what its columns hold.</summary>
    /// <param name="stream">The training data in UTF-8, or what its byte order mark says; it stays open.</param>
    /// <param name="columns">What becomes of which column, at least one feature and one label.</param>
    /// <param name="options">How the file is written; null: as <see cref="CsvOptions"/> has it by default.</param>
    /// <param name="name">What messages call the stream.</param>
    /// <exception cref="ArgumentException">There is no feature or no label, or T cannot hold what stands in the place of missing values.</exception>
    /// <exception cref="DataFormatException">The data are not what the columns say; the message names line and column.</exception>
    public static CsvReader<T> Fit(Stream stream, CsvColumns columns, CsvOptions? options = null, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);

        // As they are now, whatever is added to them later.
        ImmutableArray<CsvColumn> declared = [.. columns.All];
        if (!declared.Any(static column => column.IsLabel) || declared.All(static column => column.IsLabel))
        {
            throw new ArgumentException("columns has no feature, or no label, but an example needs at least one of both.", nameof(columns));
        }

        RequireFills(declared);
        options ??= new CsvOptions();
        return new(CsvFit.Of<T>(stream, name, declared, options), options);
    }

    /// <summary>The names of a category, in the order of their indices; unknown ones have the index after the last.</summary>
    /// <param name="column">The name of the column.</param>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public ImmutableArray<string> Vocabulary(string column) =>
        columns.FirstOrDefault(other => other.Name == column && other.IsNamed)?.Names
            ?? throw new ArgumentException($"There is no category {column}.", nameof(column));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The file is not what the columns say, or no row is left; the message names line and column.</exception>
    public Dataset<T> Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads data.</summary>
    /// <param name="stream">The data in UTF-8, or what their byte order mark says; it stays open.</param>
    /// <param name="name">What messages call the stream.</param>
    /// <exception cref="DataFormatException">The data are not what the columns say, or no row is left; the message names line and column.</exception>
    public Dataset<T> Read(Stream stream, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        var y = new List<T>();
        var classes = new List<int>();
        List<T> x = ReadRows(stream, name, y, classes, []);
        return ClassNames.IsEmpty
            ? Dataset<T>.FromRows(CollectionsMarshal.AsSpan(x), InputSize, CollectionsMarshal.AsSpan(y), OutputSize)
            : Dataset<T>.FromRows(CollectionsMarshal.AsSpan(x), InputSize, CollectionsMarshal.AsSpan(classes), OutputSize);
    }

    /// <summary>Reads the features of a file that need not have labels, such as one to predict: of every row, in their order.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The features (m, InputSize) of the rows.</returns>
    /// <exception cref="DataFormatException">
    /// The file is not what the columns say, has no row, or has one that would be dropped for a missing feature; the message names line and column.
    /// </exception>
    public T[] ReadFeatures(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return ReadFeatures(stream, path);
    }

    /// <summary>Reads the features of data that need not have labels, such as some to predict: of every row, in their order.</summary>
    /// <param name="stream">The data in UTF-8, or what their byte order mark says; it stays open.</param>
    /// <param name="name">What messages call the stream.</param>
    /// <returns>The features (m, InputSize) of the rows.</returns>
    /// <exception cref="DataFormatException">
    /// The data are not what the columns say, have no row, or one that would be dropped for a missing feature; the message names line and column.
    /// </exception>
    public T[] ReadFeatures(Stream stream, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        return [.. WithoutLabels().ReadRows(stream, name, [], [], null)];
    }

    /// <summary>Reads the features of a file that need not have labels, but for the rows that are dropped for a missing feature.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">The line of the file, from 1 on, at which each of the rows begins (m): those between are dropped.</param>
    /// <returns>The features (m, InputSize) of the rows that are left.</returns>
    /// <exception cref="DataFormatException">The file is not what the columns say, or no row is left; the message names line and column.</exception>
    public T[] ReadCompleteFeatures(string path, out ImmutableArray<int> lines)
    {
        using FileStream stream = File.OpenRead(path);
        return ReadCompleteFeatures(stream, out lines, path);
    }

    /// <summary>Reads the features of data that need not have labels, but for the rows that are dropped for a missing feature.</summary>
    /// <param name="stream">The data in UTF-8, or what their byte order mark says; it stays open.</param>
    /// <param name="lines">The line of the data, from 1 on, at which each of the rows begins (m): those between are dropped.</param>
    /// <param name="name">What messages call the stream.</param>
    /// <returns>The features (m, InputSize) of the rows that are left.</returns>
    /// <exception cref="DataFormatException">The data are not what the columns say, or no row is left; the message names line and column.</exception>
    public T[] ReadCompleteFeatures(Stream stream, out ImmutableArray<int> lines, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        var read = new List<int>();
        T[] features = [.. WithoutLabels().ReadRows(stream, name, [], [], read)];
        lines = [.. read];
        return features;
    }

    private CsvReader<T> WithoutLabels() => new([.. columns.Where(static column => !column.IsLabel)], options);

    /// <summary>All rows; where nobody wants to know their lines, none may be dropped.</summary>
    private List<T> ReadRows(Stream stream, string name, List<T> y, List<int> classes, List<int>? lines)
    {
        var x = new List<T>();
        using (var source = new StreamReader(stream, leaveOpen: true))
        {
            using var rows = new CsvRows(source, name, columns, options);
            while (rows.MoveNext())
            {
                if (CsvCell.DroppedBy(rows, columns) is not { } column)
                {
                    AddRow(rows, x, y, classes);
                    lines?.Add(rows.Line);
                }
                else if (lines is null)
                {
                    throw new DataFormatException(
                        name,
                        MessageText.Text($"line {rows.Line}, column {column.Name}: the value is missing, so the row has no features and would be dropped. ")
                            + $"{nameof(ReadCompleteFeatures)} drops such rows and says which are left.");
                }
            }
        }

        return x.Count > 0
            ? x
            : throw new DataFormatException(name, "there is no row without a missing value that drops it, but at least one is needed.");
    }

    private static void RequireFills(ImmutableArray<CsvColumn> columns)
    {
        if (columns.FirstOrDefault(static column => !T.IsFinite(T.CreateTruncating(column.Fill))) is { } wide)
        {
            throw new ArgumentException(
                MessageText.Text($"{wide.Fill} stands in the place of what is missing in column {wide.Name}, but {typeof(T).Name} cannot hold it."),
                nameof(columns));
        }
    }

    private static Dictionary<string, int> IndicesOf(ImmutableArray<string> names)
    {
        var indices = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int index = 0; index < names.Length; index++)
        {
            indices.Add(names[index], index);
        }

        return indices;
    }

    private static IEnumerable<string> NamesOf(CsvColumn column) => column.Role switch
    {
        CsvRole.Number => column.Missing.HasIndicator ? [column.Name, $"{column.Name} is missing"] : [column.Name],
        CsvRole.Category => [column.Name],
        CsvRole.OneHot => [.. column.Names.Select(name => $"{column.Name} = {name}"), $"{column.Name} = unknown"],
        CsvRole.Label or CsvRole.ClassLabel => [],
    };

    private void AddRow(CsvRows rows, List<T> x, List<T> y, List<int> classes)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            CsvColumn column = columns[i];
            switch (column.Role)
            {
                case CsvRole.Number:
                    bool isMissing = rows.IsMissing(i);
                    x.Add(isMissing && column.Missing.Kind != MissingKind.Refuse ? T.CreateTruncating(column.Fill) : CsvCell.Number<T>(rows, i));
                    if (column.Missing.HasIndicator)
                    {
                        x.Add(isMissing ? T.One : T.Zero);
                    }

                    break;
                case CsvRole.Category:
                    x.Add(T.CreateTruncating(IndexOf(rows, i)));
                    break;
                case CsvRole.OneHot:
                    int first = x.Count;
                    CollectionsMarshal.SetCount(x, first + column.Features);
                    CollectionsMarshal.AsSpan(x)[first..].Clear();
                    x[first + IndexOf(rows, i)] = T.One;
                    break;
                case CsvRole.Label:
                    y.Add(CsvCell.Number<T>(rows, i));
                    break;
                case CsvRole.ClassLabel:
                    int index = IndexOf(rows, i);
                    classes.Add(index < ClassNames.Length ? index : throw rows.Refusal(i, $"one of {CsvCell.Listed(ClassNames)}"));
                    break;
            }
        }
    }

    private int IndexOf(CsvRows rows, int column)
    {
        if (rows.IsMissing(column))
        {
            return columns[column].Missing.Kind == MissingKind.Unknown
                ? columns[column].Names.Length
                : throw rows.Refusal(column, "a name");
        }

        return indices[column].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rows.Cell(column), out int index) ? index : columns[column].Names.Length;
    }
}
