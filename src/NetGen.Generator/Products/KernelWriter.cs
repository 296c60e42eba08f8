using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>What the writers of kernels share: the text that is written, and how its vectors are written.</summary>
internal class KernelWriter(CodeWriter writer, VectorText text)
{
    /// <summary>
    /// The attribute of every kernel: optimized at once, since a kernel's first call is as hot as its last. The @ says that no suffix is meant.
    /// </summary>
    private const string Attribute = "[@MethodImpl(AggressiveOptimization)]";

    /// <summary>Where the text goes.</summary>
    public CodeWriter Writer => writer;

    /// <summary>The vector type.</summary>
    public VectorText Text => text;

    /// <summary>The keyword of the element type.</summary>
    public string Element => text.Element;

    /// <summary>The first column of a panel as an expression: the variable of <see cref="PanelLoop"/>, or a number.</summary>
    public static string Column(string variable, Panel panel) => panel.Count > 1 ? variable : VectorText.Number(panel.FirstColumn);

    /// <summary>A row, given as an expression, and the first column of a panel.</summary>
    public static string RowAndColumn(string row, string column) => column == "0" ? row : row.Contains(" ") ? $"({row}) + {column}" : $"{row} + {column}";

    /// <summary>
    /// Opens a kernel: what it computes, its attribute and its signature. Only other files of the same network call it, so what it computes is a comment.
    /// </summary>
    public CodeWriter.Scope Kernel(string summary, string signature, string accessibility = "")
    {
        writer.Line();
        writer.Line($"// {summary}");
        writer.Line(Attribute);
        return writer.Block($"{(accessibility.Length == 0 ? accessibility : accessibility + " ")}static {signature}");
    }

    /// <summary>Opens a method that is compiled into its callers.</summary>
    public CodeWriter.Scope Inlined(string summary, string signature)
    {
        writer.Line();
        writer.Line($"// {summary}");
        writer.Line("[@MethodImpl(AggressiveInlining)]");
        return writer.Block($"static {signature}");
    }

    /// <summary>Opens a loop over panels that lie side by side, or a block where there is one; <see cref="Column"/> is the first column of the panel.</summary>
    public CodeWriter.Scope PanelLoop(string variable, Panel panel)
    {
        if (panel.Count > 1)
        {
            int end = panel.FirstColumn + (panel.Count * panel.Columns);
            return writer.Block($"for (nint {variable} = {panel.FirstColumn}; {variable} < {end}; {variable} += {panel.Columns})");
        }

        return writer.Block();
    }

    /// <summary>Opens a loop from 0 to a number in steps; a block in which the variable is 0 where there is one step.</summary>
    public CodeWriter.Scope StepLoop(string variable, int end, int step)
    {
        if (end > step)
        {
            return writer.Block($"for (nint {variable} = 0; {variable} < {end}; {variable} += {step})");
        }

        CodeWriter.Scope scope = writer.Block();
        writer.Line($"const nint {variable} = 0;");
        return scope;
    }

    /// <summary>Opens a loop over one worker's share of the vectors of units.</summary>
    public CodeWriter.Scope UnitShare(int units)
    {
        int vectors = (units + text.Lanes - 1) / text.Lanes;
        writer.Line($"nint last = (nint)((long){vectors} * (part + 1) / parts) * {text.Lanes};");
        return writer.Block($"for (nint unit = (nint)((long){vectors} * part / parts) * {text.Lanes}; unit < last; unit += {text.Lanes})");
    }

    /// <summary>Opens a loop over the vectors of one example's results, which end on a whole vector.</summary>
    public CodeWriter.Scope OneExample(int units) => StepLoop("unit", (units + text.Lanes - 1) / text.Lanes * text.Lanes, text.Lanes);

    /// <summary>The loop over examples that tiles of so many rows cover, from where the taller tiles before it have left i.</summary>
    public CodeWriter.Scope ExampleLoop(int rows) => writer.Block(rows == 1 ? "for (; i < end; i++)" : $"for (; i + {rows} <= end; i += {rows})");

    /// <summary>"ref float name" for each name.</summary>
    public string Refs(params string[] names) => string.Join(", ", names.Select(name => $"ref {Element} {name}"));
}
