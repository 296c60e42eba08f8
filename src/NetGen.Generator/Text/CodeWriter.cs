using System;
using System.Text;

namespace NetGen.Generator.Text;

/// <summary>Writes indented C# text with LF line ends.</summary>
/// <param name="depth">The depth to start at.</param>
internal sealed class CodeWriter(int depth = 0)
{
    private readonly StringBuilder text = new();
    private int depth = depth;
    private bool isBlockStart = depth > 0;

    /// <summary>Writes one line at the current depth; an empty one without trailing blanks, and not right after an opening brace.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', depth * 4).Append(line);
        }
        else if (isBlockStart)
        {
            return;
        }

        text.Append('\n');
        isBlockStart = line == "{";
    }

    /// <summary>Writes each line of a text as <see cref="Line"/> does, whichever line ends the source file has that the text stands in.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    /// <summary>Writes a header and an opening brace; disposing of the result closes it.</summary>
    public Scope Block(string header)
    {
        Line(header);
        return Block();
    }

    /// <summary>Writes an opening brace; disposing of the result closes it.</summary>
    public Scope Block()
    {
        Line("{");
        depth++;
        return new Scope(this);
    }

    /// <summary>Adds what another writer has written, as it is.</summary>
    public void Add(CodeWriter other) => text.Append(other.text);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>An open brace.</summary>
    public readonly struct Scope(CodeWriter writer) : IDisposable
    {
        /// <summary>Closes the brace.</summary>
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
