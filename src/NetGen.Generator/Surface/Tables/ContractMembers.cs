using System.Linq;

namespace NetGen.Generator.Surface.Tables;

/// <summary>What INetwork asks for and constants cannot implement.</summary>
internal static class ContractMembers
{
    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
        [Of(SurfaceNames.InputSize), Of(SurfaceNames.OutputSize), Of(SurfaceNames.ParameterCount), DropoutState, IsAsDrawn]);

    /// <summary>Which masks the last gradients were computed with, for whoever checks them, or goes on from there.</summary>
    private static SurfaceMember DropoutState => new("DropoutState", MemberKind.ContractProperty)
    {
        Modifiers = string.Empty,
        Type = SurfaceType.OfRuntime("DropoutState"),
        Condition = static context => context.Plan.Phases.IsRandom,
        Value = static _ => "__state.LastStep",
        IsSettable = true,
    };

    /// <summary>Whether training may measure what inputs are standardized with.</summary>
    private static SurfaceMember IsAsDrawn => new("IsAsDrawn", MemberKind.ContractProperty)
    {
        Modifiers = string.Empty,
        Type = SurfaceType.Bool,
        Condition = static context => context.Network.Layers.Any(static layer => layer.FitsStatistics),
        Value = static _ => "__state.IsAsDrawn",
    };

    private static SurfaceMember Of(string constant) => new(constant, MemberKind.ContractProperty)
    {
        Modifiers = "static",
        Type = SurfaceType.Int,
        Value = _ => constant,
    };
}
