using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Tests.Define;

/// <summary>Reads networks that a method describes.</summary>
internal static class DefineHarness
{
    /// <summary>The source of a class with these members.</summary>
    public static string Class(string members, string attribute = "Network", string name = "Net") =>
        $"using NetGen;\n[{attribute}] public sealed partial class {name}\n{{\n{members}\n}}\n";

    /// <summary>The graph of a class with these members, of which nothing is wrong.</summary>
    public static NetworkGraph Graph(string members)
    {
        var result = GeneratorHarness.Parse(Class(members));
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Graph);
        return result.Graph;
    }

    /// <summary>A graph in words: a line for each node with its sources, its length and its name.</summary>
    public static IEnumerable<string> Describe(NetworkGraph graph) => graph.Nodes.Select(static node =>
        $"{node.Number} {Describe(node)}({string.Join(", ", node.Sources)}): {node.Length}{(node.Name is { } name ? " " + name : string.Empty)}");

    /// <summary>
    /// The files with code that are emitted for a network, after the comments at their beginning, which may show the graph with its names: the surface and the
    /// declaration name layers, and code does not.
    /// </summary>
    public static Dictionary<string, string> Kernels(string source) => GeneratorHarness.FilesOfNetworks(GeneratorHarness.Run(source))
        .Where(static file => file.HintName is not ("Net.g.cs" or "Net.Declaration.g.cs"))
        .ToDictionary(static file => file.HintName, static file => FromNamespace(file.SourceText.ToString()));

    private static string FromNamespace(string text) => text[text.IndexOf("\nnamespace ", StringComparison.Ordinal)..];

    private static string Describe(GraphNode node) => node switch
    {
        InputNode { Categories: { } categories, Unknown: var unknown, Offset: var offset } =>
            $"class of {categories}{(unknown is { } other ? $" else {other}" : string.Empty)} at {offset}",
        InputNode input => $"input at {input.Offset}",
        DenseNode dense => $"dense {dense.Units}x{dense.Inputs}{(dense.Bias ? string.Empty : " without bias")}",
        ActivationNode { Function: var function } => function.Kind == Activation.LeakyRelu ? $"LeakyRelu {function.Slope}" : $"{function.Kind}",
        DropoutNode dropout => $"dropout {dropout.Rate}",
        BatchNormNode norm => $"batch norm {norm.Momentum} {norm.Epsilon}",
        LayerNormNode norm => $"layer norm {norm.Epsilon}",
        AddNode => "add",
        ConcatNode => "concat",
        EmbedNode embed => $"embed {embed.Categories}x{embed.Dimensions}",
        OneHotNode one => $"one-hot {one.Categories}",
        StandardizeNode => "standardize",
        FrozenNode => "frozen",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}
