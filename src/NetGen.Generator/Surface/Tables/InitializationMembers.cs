namespace NetGen.Generator.Surface.Tables;

/// <summary>How the first parameters are drawn.</summary>
internal static class InitializationMembers
{
    /// <summary>What the documentation of members that train says of a network without parameters.</summary>
    public const string OfTraining = "A network never initialized draws its parameters with seed 0.";

    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        new(SurfaceNames.Initialize, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters = [new SurfaceParameter("seed", SurfaceType.Int).Documented("The same seed draws the same parameters on every machine.")],
            Summary = static context => $"Draws the initial weights ({Describe(context.Network.Initializer)}); biases start at zero.",
            Tags = [DocumentationTags.InUse],
            Value = static _ => "__state.Draw(Description, seed)",
        },
        new(SurfaceNames.Initialize, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters = [new SurfaceParameter("random", SurfaceType.OfRuntime("NumPyRandom")).Documented("The generator.")],
            Summary = static context =>
                $"Draws the initial weights ({Describe(context.Network.Initializer)}) as NumPy code would: W1, W2, ..., each row by row; biases start at zero.",
            Tags = [DocumentationTags.InUse],
            Value = static _ => "__state.Draw(Description, random)",
        },
        new("__InitializeOnce", MemberKind.Method)
        {
            Modifiers = "private",
            Type = SurfaceType.Void,
            Body = static (writer, _) =>
            {
                using (writer.Block("if (!IsInitialized)"))
                {
                    writer.Line("Initialize(seed: 0);");
                }
            },
        },
    ]);

    private static string Describe(Initializer initializer) => initializer switch
    {
        Initializer.ScaledNormal => "normal / sqrt(n[l-1])",
        Initializer.SmallNormal => "normal * 0.01",
        Initializer.Zeros => "all zero",
        Initializer.He => "normal * sqrt(2 / n[l-1])",
        _ => "uniform in plus or minus sqrt(6 / (n[l-1] + n[l]))",
    };
}
