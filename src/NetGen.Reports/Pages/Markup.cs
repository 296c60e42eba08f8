using System.Net;
using System.Text;

namespace NetGen.Reports;

/// <summary>Text of others within a page.</summary>
internal static class Markup
{
    /// <summary>
    /// A text as content or as the value of an attribute: nothing in it is markup, and what no page may hold, control characters and halves of characters, is
    /// replaced by the sign for it.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            allowed.Append(IsAllowed(rune) ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return WebUtility.HtmlEncode(allowed.ToString());
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (!Rune.IsControl(rune) && (rune.Value & 0xfffe) != 0xfffe);
}
