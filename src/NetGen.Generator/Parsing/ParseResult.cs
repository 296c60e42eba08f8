using System.Collections.Immutable;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing;

/// <summary>
/// What a type declares. <paramref name="Spec"/> is null when the type is no network, or when something in its declaration leaves open what the members of the
/// network would be; <paramref name="Problems"/> are the mistakes that this project's analyzers report. Both may be empty: what the compiler itself refuses is
/// left to the compiler.
/// </summary>
internal sealed record ParseResult(NetworkSpec? Spec, ImmutableArray<DeclarationProblem> Problems)
{
    /// <summary>The result for a type that declares nothing.</summary>
    public static ParseResult Nothing { get; } = new(null, []);

    /// <summary>The graph that a method Define describes; null where there is none, or something is wrong with it.</summary>
    public NetworkGraph? Graph { get; init; }
}
