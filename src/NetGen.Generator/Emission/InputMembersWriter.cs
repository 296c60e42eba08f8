using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes what a network with several inputs has for each of them, so that nobody counts columns: where its columns are, and predictions that take one span an
/// input. These members are no part of the tables, since their parameters are the network's own.
/// </summary>
internal sealed class InputMembersWriter(CodeWriter writer, SurfaceContext context)
{
    private const string Helper = "global::NetGen.CompilerServices.InputRows";

    // Names that start so are reserved, so that no input has this one.
    private const string Rows = "__rows";

    private readonly EquatableArray<InputSpec> inputs = context.Network.Inputs;
    private readonly string element = context.Element;

    /// <summary>Writes the members of a network, or of its snapshot; none where there is one input.</summary>
    public void Write()
    {
        if (inputs.Count < 2)
        {
            return;
        }

        if (!context.IsSnapshot)
        {
            foreach (InputSpec input in inputs)
            {
                WriteConstant(input.ColumnName, input.First, $"The column of x in which {input.Name} starts.");
                WriteConstant(input.CountName, input.Count, $"The columns of {input.Name}.");
            }
        }

        WritePredict();
        if (inputs.Count > 2 || inputs.Any(static input => input.IsCategory))
        {
            // Of two inputs of numbers, an array for the second would be taken for this one's, where x and the output of the other Predict are meant.
            WriteAllocatingPredict();
        }
    }

    private IEnumerable<string> Parameters => inputs.Select(input =>
        $"[global::NetGen.Examples({input.Count})] global::System.ReadOnlySpan<{TypeOf(input)}> {Escaped(input)}");

    private void WriteConstant(string name, int value, string summary)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        WriteMark();
        writer.Line($"public const int {name} = {VectorText.Number(value)};");
    }

    private void WritePredict()
    {
        writer.Line();
        writer.Line("/// <summary>Computes the outputs of examples whose inputs come apart.</summary>");
        WriteInputDocumentation();
        string output = Free("output");
        string threads = Free("threads");
        writer.Line($"/// <param name=\"{output}\">Receives the outputs, (m, {context.Outputs}); may be longer.</param>");
        writer.Line($"/// <param name=\"{threads}\">How many threads at most; 0 leaves it to the plan.</param>");
        WriteErrors();
        WriteMark();
        string span = $"[global::NetGen.Examples({context.Outputs})] global::System.Span<{element}> {output}";
        using (writer.Block($"public void Predict({string.Join(", ", Parameters)}, {span}, int {threads} = 0)"))
        {
            WriteRows();
            writer.Line($"Predict({Rows}.X, {output}, {threads});");
        }
    }

    private void WriteAllocatingPredict()
    {
        writer.Line();
        writer.Line("/// <summary>Computes the outputs of examples whose inputs come apart into a new array.</summary>");
        WriteInputDocumentation();
        string threads = Free("threads");
        writer.Line($"/// <param name=\"{threads}\">How many threads at most; 0 leaves it to the plan.</param>");
        writer.Line($"/// <returns>The outputs, (m, {context.Outputs}).</returns>");
        WriteErrors();
        writer.Line($"[return: global::NetGen.Examples({context.Outputs})]");
        WriteMark();
        using (writer.Block($"public {element}[] Predict({string.Join(", ", Parameters)}, int {threads} = 0)"))
        {
            WriteRows();
            writer.Line($"return Predict({Rows}.X, {threads});");
        }
    }

    private void WriteRows()
    {
        InputSpec first = inputs[0];
        string sizes = $"{Escaped(first)}.Length, {first.Count}, {context.Inputs}";
        writer.Line($"using {Helper}<{element}> {Rows} = new({sizes}, \"{first.Name}\", {context.NameLiteral});");
        foreach (InputSpec input in inputs)
        {
            // Of a class index, the end of the indices that are checked under its own name: the check of the rows knows no inputs.
            int size = input.Categories is { } categories ? (input.TakesAnyIndex ? 0 : categories) : input.Count;
            writer.Line($"{Rows}.Take({Escaped(input)}, {input.First}, {size}, \"{input.Name}\");");
        }
    }

    private void WriteInputDocumentation()
    {
        foreach (InputSpec input in inputs)
        {
            string what = input.IsCategory ? "class indices" : "values";
            writer.Line($"/// <param name=\"{input.Name}\">The {what} of {input.Name}, (m, {input.Count}).</param>");
        }
    }

    private void WriteErrors()
    {
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">An input holds another number of examples than the first, "
            + "no whole number of them, "
            + "or a class index out of range.</exception>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The network has not been initialized.</exception>");
    }

    // A nested class is marked as a whole.
    private void WriteMark()
    {
        if (!context.IsSnapshot)
        {
            writer.Line(EmittedFile.GeneratedCode);
        }
    }

    /// <summary>The name of a parameter that is not an input's.</summary>
    private string Free(string name) => inputs.Any(input => input.Name == name) ? $"__{name}" : name;

    private string TypeOf(InputSpec input) => input.IsCategory ? "int" : element;

    private static string Escaped(InputSpec input) => "@" + input.Name;
}
