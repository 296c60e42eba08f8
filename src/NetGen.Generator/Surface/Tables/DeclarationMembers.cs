using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>What the class says of its declaration: the sizes, and the description.</summary>
internal static class DeclarationMembers
{
    /// <summary>The sizes of the network.</summary>
    public static SurfaceGroup Sizes { get; } = new(
    [
        new(SurfaceNames.InputSize, MemberKind.Constant)
        {
            Modifiers = "public const",
            Type = SurfaceType.Int,
            Summary = static _ => "The number of inputs, n[0].",
            Value = static context => VectorText.Number(context.Inputs),
        },
        new(SurfaceNames.OutputSize, MemberKind.Constant)
        {
            Modifiers = "public const",
            Type = SurfaceType.Int,
            Summary = static context => $"The units of the last layer, n[{context.Network.LayerCount()}].",
            Value = static context => VectorText.Number(context.Outputs),
        },
        new(SurfaceNames.LayerCount, MemberKind.Constant)
        {
            Modifiers = "public const",
            Type = SurfaceType.Int,
            Summary = static _ => "The number of layers; the input is not counted.",
            Value = static context => VectorText.Number(context.Network.LayerCount()),
        },
        new(SurfaceNames.ParameterCount, MemberKind.Constant)
        {
            Modifiers = "public const",
            Type = SurfaceType.Int,
            Summary = static _ => "The number of values of all parameters.",
            Value = static context => VectorText.Number(context.Plan.Parameters.Count),
        },
    ]);

    /// <summary>The size of each layer.</summary>
    public static SurfaceGroup LayerSizes { get; } = new(
        [
            new(SurfaceNames.Units, MemberKind.Constant)
            {
                Modifiers = "public const",
                Type = SurfaceType.Int,
                Condition = static context => !context.Layer.IsNumbered || context.Layer.HasMatrix,
                Summary = static context => context.Layer.IsNumbered
                    ? $"The units of layer {context.Layer.Name}, n[{context.Layer.Name}]."
                    : $"The units of {context.Layer.Name}.",
                Value = static context => VectorText.Number(context.Layer.Output.Length),
            },
        ],
        IsForEachLayer: true);

    /// <summary>The whole declaration.</summary>
    public static SurfaceGroup Description { get; } = new(
    [
        new(SurfaceNames.Description, MemberKind.Property)
        {
            Modifiers = "public static",
            Type = SurfaceType.OfRuntime("NetworkDescription"),
            Summary = static context => context.Network.Described is { } method
                ? $"The layers, as {method} describes them."
                : $"The declaration: {context.Network.SizesText()}.",
            Value = static context => $"global::{context.Network.Type.KernelNamespace}.Declaration.Description",
        },
        new("__DescribedBy", MemberKind.Constant)
        {
            Modifiers = "private const",
            Type = SurfaceType.String,
            Condition = static context => context.Network.Described is not null,
            Comment = "// The method is read and never run; naming it here tells tools that it is used.",
            Value = static context => $"nameof({context.Network.Described})",
        },
    ]);
}
