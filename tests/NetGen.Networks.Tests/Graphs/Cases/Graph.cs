using System.Collections.Immutable;
using System.Text;
using NetGen.Networks.Tests.Graphs.Parts;

namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>A network as parts of which each takes some before it; the last is the output.</summary>
/// <param name="Parts">The parts, the inputs first.</param>
internal sealed record Graph(ImmutableArray<GraphPart> Parts)
{
    /// <summary>Parts that are written as a call of a method with one parameter: where they start, how many, and which part they take.</summary>
    public ImmutableArray<(int Start, int Count, int Source)> Blocks { get; init; } = [];

    /// <summary>The loss.</summary>
    public Loss Loss { get; init; } = Loss.SquaredError;

    /// <summary>The element type.</summary>
    public ElementType Element { get; init; }

    /// <summary>The inputs.</summary>
    public IEnumerable<InputPart> Inputs => Parts.OfType<InputPart>();

    /// <summary>The columns of an example.</summary>
    public int Columns => Inputs.Sum(static input => input.Length);

    /// <summary>The number of outputs.</summary>
    public int Outputs => Parts[^1].Length;

    /// <summary>The number of parameters and statistics.</summary>
    public int ParameterCount => Parts.Sum(static part => part.ParameterCount);

    /// <summary>Where the parameters of a part start.</summary>
    public int OffsetOf(int part) => Parts.Take(part).Sum(static before => before.ParameterCount);

    /// <summary>Whether a part keeps its parameters: whether all that take it are frozen, or it freezes itself.</summary>
    public bool IsFrozen(int part)
    {
        if (Parts[part] is FrozenPart)
        {
            return true;
        }

        int[] takers = [.. Enumerable.Range(0, Parts.Length).Where(taker => Parts[taker].Sources.Contains(part))];
        return takers.Length > 0 && takers.All(IsFrozen);
    }

    /// <summary>Whether the loss gives the gradient before the last part, which is an activation that goes with it.</summary>
    public bool IsFused => Loss is Loss.BinaryCrossEntropy or Loss.CrossEntropy;

    /// <summary>Whether a gradient is stopped before a part that is trained all the same, so that gradients are not derivatives of the cost.</summary>
    public bool StopsGradients => Enumerable.Range(0, Parts.Length)
        .Any(part => IsFrozen(part) && Parts[part].Sources.Any(source => !IsFrozen(source) && Parts[source] is not InputPart));

    /// <summary>The class in C#.</summary>
    public string ToSource(string name)
    {
        var methods = new Dictionary<string, string>();
        var body = new StringBuilder();
        string inputs = string.Join(", ", Inputs.Select((input, i) => $"{input.Call([])} n{i}"));
        for (int i = Inputs.Count(); i < Parts.Length; i++)
        {
            if (Blocks.FirstOrDefault(block => block.Start == i) is { Count: > 0 } block)
            {
                string text = Method(block.Start, block.Count, block.Source);
                string method = methods.TryGetValue(text, out string? known) ? known : methods[text] = $"Block{methods.Count}";
                i += block.Count - 1;
                body.Append($"        Node n{i} = {method}(n{block.Source});\n");
            }
            else
            {
                body.Append($"        Node n{i} = {Parts[i].Call([.. Parts[i].Sources.Select(static source => $"n{source}")])};\n");
            }
        }

        string helpers = string.Concat(methods.Select(static method => $"\n    static Node {method.Value}(Node a)\n    {{\n{method.Key}    }}\n"));
        return $"[Network(Loss = Loss.{Loss}, Element = ElementType.{Element})]\npublic sealed partial class {name}\n{{\n"
            + $"    static Node Define({inputs})\n    {{\n{body}        return n{Parts.Length - 1};\n    }}\n{helpers}}}\n";
    }

    private string Method(int start, int count, int source)
    {
        var body = new StringBuilder();
        for (int i = start; i < start + count; i++)
        {
            string call = Parts[i].Call([.. Parts[i].Sources.Select(part => part == source ? "a" : $"b{part - start}")]);
            body.Append(i < start + count - 1 ? $"        Node b{i - start} = {call};\n" : $"        return {call};\n");
        }

        return body.ToString();
    }
}
