using System.Collections.Immutable;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>The check of the layers of a description, which may be written by hand.</summary>
internal static class LayersGuard
{
    /// <summary>Checks that there are layers, that each fits its sources, that each is used, and that an array holds their parameters.</summary>
    public static ImmutableArray<LayerDescription> Fitting(ImmutableArray<LayerDescription> layers, string name)
    {
        if (layers.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"{name} is empty, but a network has at least one layer.", name);
        }

        long parameters = 0;
        bool[] isUsed = new bool[layers.Length + 1];
        for (int l = 1; l <= layers.Length; l++)
        {
            LayerDescription layer = layers[l - 1] ?? throw new ArgumentException(Text($"Layer {l} is null."), name);
            CheckSources(layers, l, name);
            foreach (int source in LayerSources.Of(layer, l))
            {
                isUsed[source] = true;
            }

            parameters += layer.ParameterCount;
            if (parameters > Array.MaxLength)
            {
                var weights = layer.ParameterShapes.Select(static parameter => parameter.Shape).Where(static shape => shape.Rank > 1);
                throw new ArgumentException(
                    Text($"With layer {l}, {string.Join(" and ", weights)}, the network has {parameters} parameters, ")
                    + Text($"but an array holds at most {Array.MaxLength}."),
                    name);
            }
        }

        CheckColumns(layers, name);
        CheckNames(layers, name);
        int unused = Array.IndexOf(isUsed, false, 1, layers.Length - 1);
        return unused < 0
            ? layers
            : throw new ArgumentException(
                Text($"Layer {unused} is taken by no other layer, but only the last one, {layers.Length}, is the output: leave it out, or take it."), name);
    }

    /// <summary>Checks that the sources of a layer come before it, are as many as it takes, and give what it takes.</summary>
    private static void CheckSources(ImmutableArray<LayerDescription> layers, int number, string name)
    {
        LayerDescription layer = layers[number - 1];
        ImmutableArray<int> sources = LayerSources.Of(layer, number);
        if (layer.SourceCount is { } count && sources.Length != count)
        {
            string taken = Text($"a {layer.Kind} layer of its sizes takes {count}");
            throw new ArgumentException(Text($"Layer {number} has {Counted(sources.Length, "source")}, but {taken}."), name);
        }

        for (int i = 0; i < sources.Length; i++)
        {
            int source = sources[i];
            if (source >= number)
            {
                throw new ArgumentException(
                    Text($"Layer {number} takes layer {source}, but the sources of a layer come before it: 0, the input, to {number - 1}."), name);
            }

            TensorShape takes = layer.InputShapeOf(i);
            TensorShape gives = source == 0 ? layers[0].InputShapeOf(0) : layers[source - 1].OutputShape;
            if (takes != gives)
            {
                string giver = source == 0
                    ? Text($"the input, as layer 1 takes it, has {Values(gives, "value")}")
                    : Text($"layer {source} has {Values(gives, "unit")}");
                throw new ArgumentException(Text($"Layer {number} takes {Values(takes, "input")}, but {giver}: both must be equal."), name);
            }
        }
    }

    /// <summary>Checks what layers want to know of the columns of the input that come into them.</summary>
    private static void CheckColumns(ImmutableArray<LayerDescription> layers, string name)
    {
        ImmutableArray<ImmutableArray<int>?> columns = LayerSources.ColumnsOf(layers);
        for (int l = 1; l <= layers.Length; l++)
        {
            ImmutableArray<int> sources = LayerSources.Of(layers[l - 1], l);
            if (layers[l - 1].Misfit(sources, [.. sources.Select(source => columns[source])]) is { } problem)
            {
                throw new ArgumentException(Text($"Layer {l} {problem}."), name);
            }
        }
    }

    /// <summary>Checks that no two parameters, and no two layers, go by the same name.</summary>
    private static void CheckNames(ImmutableArray<LayerDescription> layers, string name)
    {
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int l = 1; l <= layers.Length; l++)
        {
            // Layers that go by one number are a layer of a stack and its normalization: of them, only the parameters need names of their own.
            if (layers[l - 1].Name is { } own && !own.All(char.IsAsciiDigit) && !owners.TryAdd(own, l))
            {
                throw new ArgumentException(Text($"Layers {owners[own]} and {l} are both named {own}: each needs a name of its own."), name);
            }
        }

        owners.Clear();
        foreach (ParameterDescription parameter in ParameterLayout.Of(layers))
        {
            if (!owners.TryAdd(parameter.Name, parameter.Layer))
            {
                throw new ArgumentException(
                    Text($"Layers {owners[parameter.Name]} and {parameter.Layer} both have {parameter.Name}: each needs a name of its own."), name);
            }
        }
    }

    /// <summary>A shape in words: "3 units", or of more dimensions "28x28x1 units".</summary>
    private static string Values(TensorShape shape, string noun) => shape.Rank == 1 ? Counted(shape[0], noun) : $"{shape} {noun}s";
}
