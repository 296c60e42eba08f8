using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>The parameters: all of them, and the views of each layer's.</summary>
internal static class ParameterMembers
{
    // The documentation names so many layers, and then three points.
    private const int NamedLayers = 3;

    /// <summary>Where the parameters are, in the network and in its snapshot.</summary>
    public static SurfaceMember State { get; } = new("__state", MemberKind.Field)
    {
        Modifiers = "private readonly",
        Type = SurfaceType.OfRuntime("CompilerServices.NetworkState<T>"),
        Value = static context => $"{context.Kernels}.CreateState()",
    };

    /// <summary>All parameters at once.</summary>
    public static SurfaceGroup All { get; } = new(
    [
        State,
        new(SurfaceNames.IsInitialized, MemberKind.Property)
        {
            Type = SurfaceType.Bool,
            Summary = static _ => "Whether the parameters have been set or drawn.",
            Value = static _ => "__state.IsInitialized",
        },
        new(SurfaceNames.Parameters, MemberKind.Property)
        {
            Type = SurfaceType.ReadOnlySpan,
            Summary = static context => $"All parameters: {Order(context)}.",
            Attribute = Shape,
            Value = static _ => "__state.Values",
        },
        new(SurfaceNames.SetParameters, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters =
            [
                new("parameters", SurfaceType.ReadOnlySpan)
                {
                    Role = ArgumentRole.Parameters,
                    Mark = Shape,
                    Documentation = static context => $"{context.Plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.",
                },
            ],
            Summary = static _ => "Replaces all parameters.",
            Tags = [DocumentationTags.Throws("ArgumentException", "The number of values is another."), DocumentationTags.InUse],
            Body = static (writer, context) =>
            {
                writer.Line($"global::NetGen.CompilerServices.Guard.Parameters(parameters.Length, ParameterCount, {context.NameLiteral});");
                writer.Line("__state.Set(parameters);");
            },
        },
    ]);

    /// <summary>The views of a layer.</summary>
    public static SurfaceGroup Views { get; } = new(
        [
            new(SurfaceNames.Weights, MemberKind.Property)
            {
                Type = SurfaceType.OfRuntime("WeightsView<T>"),
                Summary = static context =>
                    $"The weights of layer {context.Layer.Number}, ({context.Layer.Units}, {context.Layer.Inputs}): a row for each unit.",
                Attribute = static context => $"[global::NetGen.Shape({context.Layer.Units}, {context.Layer.Inputs})]",
                Value = ViewOfWeights,
            },
            new(SurfaceNames.Biases, MemberKind.Property)
            {
                Type = SurfaceType.OfRuntime("BiasView<T>"),
                Summary = static context => $"The biases of layer {context.Layer.Number}, ({context.Layer.Units}).",
                Attribute = static context => $"[global::NetGen.Shape({context.Layer.Units})]",
                Value = ViewOfBiases,
            },
        ],
        IsForEachLayer: true);

    /// <summary>The attribute of whatever holds all parameters, or a value for each.</summary>
    public static string Shape(SurfaceContext context) => $"[global::NetGen.Shape({context.Plan.Parameters.Count})]";

    private static string Order(SurfaceContext context)
    {
        var named = context.Network.DenseLayers().Take(NamedLayers).Select(static layer => $"W{layer.Number} row by row, b{layer.Number}");
        return $"{string.Join(", ", named)}{(context.Network.Layers.Count > NamedLayers ? ", ..." : string.Empty)}";
    }

    private static string ViewOfWeights(SurfaceContext context)
    {
        DenseSpec layer = context.Layer;
        string view = $"__state.View({VectorText.Number(context.Plan.Parameters.Weights(layer))}, {VectorText.Number((long)layer.Units * layer.Inputs)})";
        return $"new({view}, {layer.Units}, {layer.Inputs}, \"W{layer.Number} of {context.Name}\", __state)";
    }

    private static string ViewOfBiases(SurfaceContext context)
    {
        DenseSpec layer = context.Layer;
        string view = $"__state.View({VectorText.Number(context.Plan.Parameters.Biases(layer))}, {layer.Units})";
        return $"new({view}, \"b{layer.Number} of {context.Name}\", __state)";
    }
}
