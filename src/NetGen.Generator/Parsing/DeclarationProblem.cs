using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// A mistake in a declaration. It holds no symbol and no location, so that it can be compared and kept; <see cref="ProblemLocator"/> finds
/// <paramref name="Site"/> in the source when an analyzer reports it. <paramref name="Arguments"/> fill the message of the rule.
/// </summary>
internal sealed record DeclarationProblem(ProblemKind Kind, ProblemSite Site, EquatableArray<string> Arguments)
{
    /// <summary>Makes a problem.</summary>
    public static DeclarationProblem Create(ProblemKind kind, ProblemSite site, params string[] arguments) => new(kind, site, arguments.ToEquatableArray());
}
