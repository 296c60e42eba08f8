using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Surface.Tables;

/// <summary>What the table says of calls: which methods take values, and which parameter holds which.</summary>
internal static class SurfaceCalls
{
    // Methods of one name give a parameter of one name one role: two would be an error when the table is made.
    private static readonly Dictionary<(string Method, string Parameter), ArgumentRole> Roles = SurfaceTable.Methods
        .SelectMany(static method => method.Parameters.Select(parameter => (Key: (method.Name, parameter.Name), parameter.Role)))
        .Where(static parameter => parameter.Role != ArgumentRole.None)
        .Distinct()
        .ToDictionary(static parameter => parameter.Key, static parameter => parameter.Role);

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

    /// <summary>What a parameter of an emitted method stands for.</summary>
    public static ArgumentRole RoleOf(IParameterSymbol parameter) =>
        Roles.TryGetValue((parameter.ContainingSymbol.Name, parameter.Name), out ArgumentRole role) ? role : ArgumentRole.None;

    /// <summary>Whether methods of this name take examples with their labels: they compute a mean over examples, so there must be one.</summary>
    public static bool TakesLabels(string method) => Labelled.Contains(method);
}
