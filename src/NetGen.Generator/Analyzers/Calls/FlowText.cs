using NetGen.Generator.Analyzers.Shapes;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>How messages speak of a value on its way.</summary>
internal static class FlowText
{
    /// <summary>"passed to", "assigned to" or "returned by".</summary>
    public static string Verb(ShapeFlow flow) => flow.Kind switch
    {
        FlowKind.Passed => "passed to",
        FlowKind.Assigned => "assigned to",
        _ => "returned by",
    };

    /// <summary>The name of what the value reaches; a lambda has none.</summary>
    public static string Name(ShapeFlow flow) => flow.Target.Name.Length == 0 ? "the lambda" : flow.Target.Name;
}
