using System;
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
            Summary = static context => $"All parameters: {Order(context)}",
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
            View(
                SurfaceNames.Weights,
                "WeightsView<T>",
                static (context, lengths) => $"The weights of {Of(context)}, ({lengths}): a row for each {(context.Layer.UsesSomeRows ? "class" : "unit")}.",
                static lengths => $", {lengths}"),
            View(SurfaceNames.Biases, "VectorView<T>", static (context, lengths) => $"The biases of {Of(context)}, ({lengths})."),
            View("gamma", "VectorView<T>", static (context, lengths) => $"What the normalized values of {Of(context)} are multiplied with, ({lengths})."),
            View("beta", "VectorView<T>", static (context, lengths) => $"What is added to the normalized values of {Of(context)}, ({lengths})."),
            View("mean", "VectorView<T>", static (context, lengths) => $"The means that {Of(context)} takes off when predicting, ({lengths})."),
            View("variance", "VectorView<T>", static (context, lengths) => $"The variances that {Of(context)} divides by when predicting, ({lengths})."),
            View("scale", "VectorView<T>", static (context, lengths) => $"What {Of(context)} multiplies with, one by the deviations, ({lengths})."),
        ],
        IsForEachLayer: true);

    /// <summary>The attribute of whatever holds all parameters, or a value for each.</summary>
    public static string Shape(SurfaceContext context) => $"[global::NetGen.Shape({context.Plan.Parameters.Count})]";

    private static string Order(SurfaceContext context)
    {
        LayerSpec[] layers = [.. context.Network.Layers.Where(static layer => layer.Parameters.Count > 0)];
        var named = layers.Take(NamedLayers).SelectMany(static layer => layer.Parameters.Select(parameter =>
            layer.ParameterName(parameter) + (parameter.Shape.Dimensions.Count > 1 ? " row by row" : string.Empty)));
        return string.Join(", ", named) + (layers.Length > NamedLayers ? ", ..." : ".");
    }

    private static SurfaceMember View(
        string symbol, string type, Func<SurfaceContext, string, string> summary, Func<string, string>? sizes = null) => new(symbol, MemberKind.Property)
        {
            Type = SurfaceType.OfRuntime(type),
            Condition = context => Find(context, symbol) is not null,
            Summary = context => summary(context, Lengths(context, symbol)),
            Attribute = context => $"[global::NetGen.Shape({Lengths(context, symbol)})]",
            Value = context => Value(context, symbol, sizes?.Invoke(Lengths(context, symbol)) ?? string.Empty),
        };

    /// <summary>The layer, in the words of documentation.</summary>
    private static string Of(SurfaceContext context) => context.Layer.IsNumbered ? $"layer {context.Layer.Name}" : context.Layer.Name;

    private static ParameterSpec? Find(SurfaceContext context, string symbol) =>
        context.Layer.Parameters.FirstOrDefault(parameter => parameter.Symbol == symbol);

    private static string Lengths(SurfaceContext context, string symbol) => string.Join(", ", Find(context, symbol)!.Shape.Dimensions);

    private static string Value(SurfaceContext context, string symbol, string sizes)
    {
        ParameterSpec parameter = Find(context, symbol)!;
        int start = context.Plan.Parameters.Offset(context.Layer, symbol);
        string view = $"__state.View({VectorText.Number(start)}, {VectorText.Number(parameter.Shape.Length)})";
        return $"new({view}{sizes}, \"{context.Layer.ParameterName(parameter)} of {context.Name}\", __state)";
    }
}
