using NetGen.Generator.Text;

namespace NetGen.Generator.Tests;

/// <summary>How emitted text is indented.</summary>
public sealed class CodeWriterTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Some_lines_are_written_as_each_of_them_would_be_whatever_line_ends_the_source_file_has(string lineEnd)
    {
        var writer = new CodeWriter();
        using (writer.Block("class Net"))
        {
            writer.Lines(string.Join(lineEnd, "", "void F()", "{", "    G();", "", "    H();", "}"));
        }

        Assert.Equal("class Net\n{\n    void F()\n    {\n        G();\n\n        H();\n    }\n}\n", writer.ToString());
    }
}
