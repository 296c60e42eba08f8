using System.Globalization;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>How messages write sizes: 7x20 for a matrix, 5 values for a list; never square brackets.</summary>
internal static class SizeText
{
    /// <summary>A number, the same on every machine.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>"7x20".</summary>
    public static string Matrix(long rows, long columns) => Number(rows) + "x" + Number(columns);

    /// <summary>"1 value", "5 values".</summary>
    public static string Count(long count, string singular) => Count(count, singular, singular + "s");

    /// <summary>"1 class", "5 classes".</summary>
    public static string Count(long count, string singular, string plural) => Number(count) + " " + (count == 1 ? singular : plural);

    /// <summary>What a value has: "is 7x21", "has 8 rows", "holds 5 values", "holds examples of 5 values".</summary>
    public static string Has(Shape shape) => Phrase(shape, "is ", "has ", "holds ");

    /// <summary>What is handed over: "7x21", "8 rows", "5 values", "examples of 5 values".</summary>
    public static string Bare(Shape shape) => Phrase(shape, "", "", "");

    /// <summary>What a value must have: "must be 7x20", "must hold 5 values", "the length must be a multiple of 5" without a subject.</summary>
    public static string Must(string name, Shape required)
    {
        if (required is { IsMatrix: true, Rows: long rows, Columns: long columns })
        {
            return name + " must be " + Matrix(rows, columns);
        }

        if (required.ExampleSize is int size)
        {
            return "the length must be a multiple of " + Number(size);
        }

        return name + " must hold " + Count(required.Length ?? 0, "value");
    }

    private static string Phrase(Shape shape, string isWord, string hasWord, string holdsWord) => shape switch
    {
        { IsMatrix: true, Rows: long rows, Columns: long columns } => isWord + Matrix(rows, columns),
        { IsMatrix: true, Rows: long rows } => hasWord + Count(rows, "row"),
        { IsMatrix: true, Columns: long columns } => hasWord + Count(columns, "column"),
        { Length: long length } => holdsWord + Count(length, "value"),
        { ExampleSize: int size } => holdsWord + "examples of " + Count(size, "value"),
        _ => holdsWord + "values",
    };
}
