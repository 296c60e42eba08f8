using System.Linq;
using NetGen.Generator.Model;
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
                Condition = static context => Find(context, ParameterRole.Weights) is not null,
                Summary = static context => $"The weights of layer {context.Layer.Number}, ({Lengths(context, ParameterRole.Weights)}): a row for each unit.",
                Attribute = static context => $"[global::NetGen.Shape({Lengths(context, ParameterRole.Weights)})]",
                Value = static context => View(context, ParameterRole.Weights, $", {Lengths(context, ParameterRole.Weights)}"),
            },
            new(SurfaceNames.Biases, MemberKind.Property)
            {
                Type = SurfaceType.OfRuntime("BiasView<T>"),
                Condition = static context => Find(context, ParameterRole.Bias) is not null,
                Summary = static context => $"The biases of layer {context.Layer.Number}, ({Lengths(context, ParameterRole.Bias)}).",
                Attribute = static context => $"[global::NetGen.Shape({Lengths(context, ParameterRole.Bias)})]",
                Value = static context => View(context, ParameterRole.Bias, string.Empty),
            },
        ],
        IsForEachLayer: true);

    /// <summary>The attribute of whatever holds all parameters, or a value for each.</summary>
    public static string Shape(SurfaceContext context) => $"[global::NetGen.Shape({context.Plan.Parameters.Count})]";

    private static string Order(SurfaceContext context)
    {
        var named = context.Network.Layers.Take(NamedLayers).SelectMany(static layer => layer.Parameters.Select(parameter =>
            $"{ParameterSymbols.Of(parameter.Role)}{layer.Number}{(parameter.Shape.Dimensions.Count > 1 ? " row by row" : string.Empty)}"));
        return $"{string.Join(", ", named)}{(context.Network.Layers.Count > NamedLayers ? ", ..." : string.Empty)}";
    }

    private static ParameterSpec? Find(SurfaceContext context, ParameterRole role) =>
        context.Layer.Parameters.FirstOrDefault(parameter => parameter.Role == role);

    private static string Lengths(SurfaceContext context, ParameterRole role) => string.Join(", ", Find(context, role)!.Shape.Dimensions);

    private static string View(SurfaceContext context, ParameterRole role, string sizes)
    {
        int start = context.Plan.Parameters.Offset(context.Layer, ParameterSymbols.Of(role));
        string view = $"__state.View({VectorText.Number(start)}, {VectorText.Number(Find(context, role)!.Shape.Length)})";
        return $"new({view}{sizes}, \"{ParameterSymbols.Of(role)}{context.Layer.Number} of {context.Name}\", __state)";
    }
}
