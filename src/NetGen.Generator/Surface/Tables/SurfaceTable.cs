using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.Generator.Surface.Tables;

/// <summary>
/// All members that a network class gets, in the order in which they are written. The writer, the reserved names and what analyzers know of calls read this.
/// </summary>
internal static class SurfaceTable
{
    /// <summary>The groups of members.</summary>
    public static ImmutableArray<SurfaceGroup> Groups { get; } =
    [
        DeclarationMembers.Sizes,
        DeclarationMembers.LayerSizes,
        DeclarationMembers.Description,
        ParameterMembers.All,
        ParameterMembers.Views,
        InitializationMembers.Group,
        PredictionMembers.Group,
        CostMembers.Group,
        StepMembers.Group,
        FitMembers.Group,
        EvaluationMembers.Group,
        FileMembers.Group,
        DeclaredParameterMembers.Group,
        ContractMembers.Group,
        PredictorMembers.Group,
    ];

    /// <summary>The methods that users can call.</summary>
    public static ImmutableArray<SurfaceMember> Methods { get; } =
        [.. Groups.SelectMany(static group => group.Members).Where(static member => member is { Kind: MemberKind.Method, IsNamed: true })];

    private static readonly HashSet<string> Overloaded =
        new(Methods.GroupBy(static method => method.Name).Where(static group => group.Count() > 1).Select(static group => group.Key));

    /// <summary>Whether several methods share a name.</summary>
    public static bool IsOverloaded(string name) => Overloaded.Contains(name);
}
