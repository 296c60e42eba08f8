using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generator.Surface.Tables;

/// <summary>What the table says of calls: which methods take values, and which parameter holds which.</summary>
internal static class SurfaceCalls
{
    private static readonly Dictionary<string, ArgumentRole> Roles = SurfaceTable.Methods
        .SelectMany(static method => method.Parameters)
        .Where(static parameter => parameter.Role != ArgumentRole.None)
        .GroupBy(static parameter => parameter.Name)
        .ToDictionary(static same => same.Key, static same => same.First().Role);

    private static readonly HashSet<string> Labelled = new(SurfaceTable.Methods
        .Where(static method => method.Parameters.Any(static parameter => parameter.Role is ArgumentRole.Labels or ArgumentRole.Classes))
        .Select(static method => method.Name));

    /// <summary>The methods that take examples, labels, parameters or data sets.</summary>
    public static ImmutableArray<string> MethodsOfValues { get; } =
    [
        .. SurfaceTable.Methods
            .Where(static method => method.Parameters.Any(static parameter => parameter.Role != ArgumentRole.None))
            .Select(static method => method.Name)
            .Distinct(),
    ];

    /// <summary>What a parameter of this name stands for in every emitted method that has one.</summary>
    public static ArgumentRole RoleOf(string parameter) => Roles.TryGetValue(parameter, out ArgumentRole role) ? role : ArgumentRole.None;

    /// <summary>Whether methods of this name take examples with their labels: they compute a mean over examples, so there must be one.</summary>
    public static bool TakesLabels(string method) => Labelled.Contains(method);
}
