namespace NetGen.Generator.Surface.Tables;

/// <summary>What INetwork asks for and constants cannot implement.</summary>
internal static class ContractMembers
{
    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new([Of(SurfaceNames.InputSize), Of(SurfaceNames.OutputSize), Of(SurfaceNames.ParameterCount)]);

    private static SurfaceMember Of(string constant) => new(constant, MemberKind.ContractProperty)
    {
        Modifiers = "static",
        Type = SurfaceType.Int,
        Value = _ => constant,
    };
}
