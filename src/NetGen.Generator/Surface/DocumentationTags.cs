using System;

namespace NetGen.Generator.Surface;

/// <summary>Lines of documentation after a member's summary and parameters.</summary>
internal static class DocumentationTags
{
    /// <summary>What the members that only read say when there is nothing to read.</summary>
    public static Func<SurfaceContext, string> NotReadable { get; } = Throws("InvalidOperationException", "The network is not initialized.");

    /// <summary>What the members that change parameters say.</summary>
    public static Func<SurfaceContext, string> InUse { get; } = Throws("InvalidOperationException", "A step is at work.");

    /// <summary>What the type parameter is.</summary>
    public static Func<SurfaceContext, string> OptimizerType { get; } =
        Line($"/// <typeparam name=\"{SurfaceType.OptimizerName}\">The optimizer's struct type.</typeparam>");

    /// <summary>What is returned.</summary>
    public static Func<SurfaceContext, string> Returns(Func<SurfaceContext, string> text) => context => $"/// <returns>{text(context)}</returns>";

    /// <summary>What is thrown, by its documentation identifier: no name is looked up, so that none can be taken.</summary>
    public static Func<SurfaceContext, string> Throws(string type, string text)
    {
        string identifier = type.StartsWith("NetGen.", StringComparison.Ordinal) ? type : $"System.{type}";
        return Line($"/// <exception cref=\"T:{identifier}\">{text}</exception>");
    }

    private static Func<SurfaceContext, string> Line(string line) => _ => line;
}
