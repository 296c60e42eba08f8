namespace System.Runtime.CompilerServices;

/// <summary>
/// Lets the compiler put interpolated strings together piece by piece, for netstandard2.0, whose library does not have this type: emission is made of such
/// strings, and without it each is a format that is parsed anew, with its arguments in an array.
/// </summary>
[InterpolatedStringHandler]
internal ref struct DefaultInterpolatedStringHandler
{
    private const int FirstLength = 256;

    // One for the strings of a thread; a string within an argument of another finds none, and makes one.
    [ThreadStatic]
    private static char[]? spare;

    private char[] characters;
    private int length;

    /// <summary>Begins a string.</summary>
    /// <param name="literalLength">The characters of its literal parts.</param>
    /// <param name="formattedCount">The number of the others.</param>
    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        _ = formattedCount;
        characters = spare ?? new char[Math.Max(FirstLength, literalLength)];
        spare = null;
        length = 0;
    }

    /// <summary>Adds a literal part.</summary>
    public void AppendLiteral(string value) => AppendFormatted(value);

    /// <summary>Adds a string.</summary>
    public void AppendFormatted(string? value)
    {
        if (value is null)
        {
            return;
        }

        if (characters.Length - length < value.Length)
        {
            Array.Resize(ref characters, Math.Max(2 * characters.Length, length + value.Length));
        }

        value.CopyTo(0, characters, length, value.Length);
        length += value.Length;
    }

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value?.ToString());

    /// <summary>The string.</summary>
    public string ToStringAndClear()
    {
        string text = new(characters, 0, length);
        spare = characters;
        return text;
    }
}
