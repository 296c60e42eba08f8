using System.Globalization;

namespace NetGen;

/// <summary>Parses the dictionary of a .npy header, such as {'descr': '&lt;f4', 'fortran_order': False, 'shape': (20, 12288), }.</summary>
internal ref struct NpyHeaderParser
{
    private const int HighestRank = 64;

    private readonly string text;
    private readonly long offset;
    private readonly BoundedReader reader;
    private int position;
    private DataFormatException? refusal;

    /// <summary>Prepares to parse.</summary>
    /// <param name="text">The dictionary, one character a byte.</param>
    /// <param name="offset">Where it starts in the file.</param>
    /// <param name="reader">Makes the exceptions and checks the shape.</param>
    internal NpyHeaderParser(string text, long offset, BoundedReader reader)
    {
        this.text = text;
        this.offset = offset;
        this.reader = reader;
    }

    /// <summary>Parses the whole header.</summary>
    internal NpyHeader Parse()
    {
        ElementFormat? format = null;
        bool? isFortranOrder = null;
        List<long>? shape = null;
        int shapePosition = 0;

        Expect('{', "a dictionary");
        while (!TryTake('}'))
        {
            SkipSpace();
            int keyPosition = position;
            string key = ParseString("a key");
            Expect(':', $"the value of '{Shorten(key)}'");
            SkipSpace();
            switch (key)
            {
                case "descr" when format is null:
                    format = ParseFormat();
                    break;
                case "fortran_order" when isFortranOrder is null:
                    isFortranOrder = ParseBoolean();
                    break;
                case "shape" when shape is null:
                    shapePosition = position;
                    shape = ParseShape();
                    break;
                case "descr" or "fortran_order" or "shape":
                    throw Error(keyPosition, $"the header has the key '{key}' twice.");
                default:
                    throw Error(keyPosition, $"the header has the key '{Shorten(key)}', but descr, fortran_order and shape are the ones known.");
            }

            if (!TryTake(','))
            {
                Expect('}', "a comma or the end of the dictionary");
                break;
            }
        }

        SkipSpace();
        if (position != text.Length)
        {
            throw Error(position, "the header goes on after its dictionary.");
        }

        if (format is null || isFortranOrder is null || shape is null)
        {
            throw Error(0, $"the header lacks the key '{(format is null ? "descr" : isFortranOrder is null ? "fortran_order" : "shape")}'.");
        }

        if (refusal is not null)
        {
            return new(format.Value, isFortranOrder.Value, [], 0, refusal);
        }

        (var sizes, long count) = reader.CheckShape([.. shape], format.Value, offset + shapePosition);
        return new(format.Value, isFortranOrder.Value, sizes, count);
    }

    private ElementFormat ParseFormat()
    {
        int start = position;
        if (position < text.Length && text[position] == '[')
        {
            refusal = Error(start, $"the elements are records (structured), but they must be numbers: descr must be {ElementFormat.Supported}.");
            SkipRecord();
            return default;
        }

        string descriptor = ParseString("the element type");
        ReadOnlySpan<char> type = descriptor;
        bool isBigEndian = !BitConverter.IsLittleEndian;
        if (type.Length > 0 && type[0] is '<' or '>' or '|' or '=')
        {
            isBigEndian = type[0] == '>' || (type[0] == '=' && isBigEndian);
            type = type[1..];
        }

        if (type.Length == 2 && char.IsAsciiDigit(type[1]))
        {
            ElementFormat format = new(type[0], type[1] - '0', isBigEndian);
            if (format.IsSupported)
            {
                return format;
            }
        }

        refusal = Error(start, $"the element type is '{Shorten(descriptor)}', but it must be {ElementFormat.Supported}{KindOf(type)}.");
        return default;
    }

    private static string KindOf(ReadOnlySpan<char> type) => type.IsEmpty ? "" : type[0] switch
    {
        'U' or 'S' or 'a' => ": the array holds text",
        'O' => ": the array holds Python objects",
        'c' => ": the array holds complex numbers",
        'M' or 'm' => ": the array holds dates or times",
        'V' => ": the array holds raw bytes",
        _ => "",
    };

    /// <summary>Goes to the end of a list of fields, such as [('a', '&lt;f4'), ('b', '&lt;i8', (2,))].</summary>
    private void SkipRecord()
    {
        int depth = 0;
        while (position < text.Length)
        {
            char next = text[position];
            if (next is '\'' or '"')
            {
                ParseString("a field");
                continue;
            }

            position++;
            depth += next is '[' or '(' ? 1 : next is ']' or ')' ? -1 : 0;
            if (depth == 0)
            {
                return;
            }
        }

        throw Error(position, "the header ends within the element type.");
    }

    private bool ParseBoolean()
    {
        foreach ((string word, bool value) in (ReadOnlySpan<(string, bool)>)[("True", true), ("False", false)])
        {
            if (text.AsSpan(position).StartsWith(word, StringComparison.Ordinal))
            {
                position += word.Length;
                return value;
            }
        }

        throw Error(position, "fortran_order must be True or False.");
    }

    private List<long> ParseShape()
    {
        List<long> shape = [];
        Expect('(', "the shape");
        while (!TryTake(')'))
        {
            if (shape.Count == HighestRank)
            {
                throw Error(position, $"the shape has more than {HighestRank} sizes.");
            }

            SkipSpace();
            int start = position;
            while (position < text.Length && char.IsAsciiDigit(text[position]))
            {
                position++;
            }

            if (!long.TryParse(text.AsSpan(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out long size))
            {
                throw Error(start, "the shape must be whole numbers between parentheses, separated by commas.");
            }

            shape.Add(size);

            // Python 2 wrote long integers with an L.
            if (position < text.Length && text[position] == 'L')
            {
                position++;
            }

            if (!TryTake(','))
            {
                Expect(')', "a comma or the end of the shape");
                break;
            }
        }

        return shape;
    }

    private string ParseString(string what)
    {
        SkipSpace();
        if (position < text.Length && text[position] is '\'' or '"')
        {
            int end = text.IndexOf(text[position], position + 1);
            if (end > 0)
            {
                string value = text[(position + 1)..end];
                position = end + 1;
                return value;
            }
        }

        throw Error(position, $"{what} is expected here, between quotation marks.");
    }

    private void Expect(char expected, string what)
    {
        if (!TryTake(expected))
        {
            throw Error(position, $"'{expected}' is expected here, for {what}.");
        }
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (position >= text.Length || text[position] != expected)
        {
            return false;
        }

        position++;
        return true;
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is ' ' or '\n' or '\r' or '\t')
        {
            position++;
        }
    }

    /// <summary>A message stays readable whatever the file holds.</summary>
    private static string Shorten(string value) => value.Length <= 40 ? value : $"{value.AsSpan(0, 40)}...";

    private readonly DataFormatException Error(int at, string problem) => reader.ErrorAt(offset + at, problem);
}
