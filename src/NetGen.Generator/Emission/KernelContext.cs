using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>What the writers of kernels share: the plan, one width of it, and the text that is written.</summary>
internal sealed record KernelContext(CodeWriter Writer, NetworkPlan Plan, WidthPlan WidthPlan)
{
    /// <summary>
    /// The attribute of every kernel: optimised at once, since a kernel's first call is as hot as its last. The @ says that no suffix is meant.
    /// </summary>
    private const string Attribute = "[@MethodImpl(AggressiveOptimization)]";

    /// <summary>The declaration.</summary>
    public NetworkSpec Network => Plan.Network;

    /// <summary>Where the parameters lie.</summary>
    public ParameterLayout Parameters => Plan.Parameters;

    /// <summary>Where intermediate results lie.</summary>
    public MemoryPlan Memory => Plan.Memory;

    /// <summary>The vector type.</summary>
    public VectorText Text { get; } = new(WidthPlan.Width, Plan.Network.ElementName());

    /// <summary>The keyword of the element type.</summary>
    public string Element => Text.Element;

    /// <summary>
    /// Opens a kernel: what it computes, its attribute and its signature. Only other files of the same network call it, so what it computes is a comment.
    /// </summary>
    public CodeWriter.Scope Kernel(string summary, string signature, string accessibility = "")
    {
        Writer.Line();
        Writer.Line($"// {summary}");
        Writer.Line(Attribute);
        return Writer.Block($"{(accessibility.Length == 0 ? accessibility : accessibility + " ")}static {signature}");
    }

    /// <summary>Opens a method that is compiled into its callers.</summary>
    public CodeWriter.Scope Inlined(string summary, string signature)
    {
        Writer.Line();
        Writer.Line($"// {summary}");
        Writer.Line("[@MethodImpl(AggressiveInlining)]");
        return Writer.Block($"static {signature}");
    }

    /// <summary>Opens a loop over panels that lie side by side, or a block where there is one; <see cref="Column"/> is the first column of the panel.</summary>
    public CodeWriter.Scope PanelLoop(string variable, Panel panel)
    {
        if (panel.Count > 1)
        {
            return Writer.Block($"for (nint {variable} = {panel.FirstColumn}; {variable} < {panel.FirstColumn + (panel.Count * panel.Columns)}; {variable} += {panel.Columns})");
        }

        return Writer.Block();
    }

    /// <summary>The first column of a panel as an expression: the variable of <see cref="PanelLoop"/>, or a number.</summary>
    public static string Column(string variable, Panel panel) => panel.Count > 1 ? variable : VectorText.Number(panel.FirstColumn);

    /// <summary>A row, given as an expression, and the first column of a panel.</summary>
    public static string RowAndColumn(string row, string column) => column == "0" ? row : row.Contains(" ") ? $"({row}) + {column}" : $"{row} + {column}";

    /// <summary>The loop over examples that tiles of so many rows cover, from where the taller tiles before it have left i.</summary>
    public CodeWriter.Scope ExampleLoop(int rows) => Writer.Block(rows == 1 ? "for (; i < end; i++)" : $"for (; i + {rows} <= end; i += {rows})");

    /// <summary>"ref float name" for each name.</summary>
    public string Refs(params string[] names) => string.Join(", ", System.Linq.Enumerable.Select(names, name => $"ref {Element} {name}"));
}
