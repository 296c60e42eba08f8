namespace NetGen;

/// <summary>Text as CSV (RFC 4180, but with lines that end as those of Unix do).</summary>
internal static class CsvText
{
    /// <summary>Writes a line.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="values">The values of its columns.</param>
    public static void WriteLine(TextWriter writer, IEnumerable<string> values) => writer.Write(string.Join(',', values.Select(Quoted)) + "\n");

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
