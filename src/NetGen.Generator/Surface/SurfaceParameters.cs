namespace NetGen.Generator.Surface;

/// <summary>The parameters that several members take.</summary>
internal static class SurfaceParameters
{
    /// <summary>The name of examples.</summary>
    public const string XName = "x";

    /// <summary>The name of labels.</summary>
    public const string YName = "y";

    /// <summary>The name of class indices.</summary>
    public const string ClassesName = "classes";

    /// <summary>Examples.</summary>
    public static SurfaceParameter X { get; } = new(XName, SurfaceType.ReadOnlySpan)
    {
        Role = ArgumentRole.Inputs,
        Mark = static context => $"[global::NetGen.Examples({context.Inputs})]",
        Documentation = static context => $"The examples, (m, {context.Inputs}).",
    };

    /// <summary>Labels as rows.</summary>
    public static SurfaceParameter Y { get; } = new(YName, SurfaceType.ReadOnlySpan)
    {
        Role = ArgumentRole.Labels,
        Mark = static context => $"[global::NetGen.Examples({context.Outputs})]",
        Documentation = static context => $"The labels, (m, {context.Outputs}).",
    };

    /// <summary>Labels as class indices.</summary>
    public static SurfaceParameter Classes { get; } = new(ClassesName, SurfaceType.ClassIndices)
    {
        Role = ArgumentRole.Classes,
        Documentation = static context =>
            $"The class of each example, (m), from 0 to {context.Outputs - 1}; or rows of labels that are whole numbers, (m, {context.Outputs}).",
    };

    /// <summary>The number of threads of what only reads.</summary>
    public static SurfaceParameter ReaderThreads { get; } = Threads("How many at most, as for TrainStep.");

    /// <summary>The number of threads of a step.</summary>
    public static SurfaceParameter StepThreads { get; } = Threads("How many at most, no more than processors; 0: as planned. The bits are the same.");

    /// <summary>An optimizer.</summary>
    public static SurfaceParameter Optimizer { get; } = new("optimizer", SurfaceType.Optimizer);

    private static SurfaceParameter Threads(string text) => new("threads", SurfaceType.Int) { Default = "0", Documentation = _ => text };
}
