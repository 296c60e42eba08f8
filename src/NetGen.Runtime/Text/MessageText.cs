namespace NetGen;

/// <summary>The text of messages, the same under every culture.</summary>
internal static class MessageText
{
    /// <summary>A text with numbers.</summary>
    public static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A number with its noun, as in "1 value" and "2 values".</summary>
    public static string Counted(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
