using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>What is wrong with a call.</summary>
/// <param name="Rule">The rule that speaks of it.</param>
/// <param name="Place">Where it is wrong.</param>
/// <param name="Arguments">What the message of the rule names.</param>
internal sealed record Mistake(DiagnosticDescriptor Rule, Location Place, params object[] Arguments)
{
    /// <summary>The property that holds the text that would be right.</summary>
    public const string RightText = "RightText";

    /// <summary>The text that would be right, and what it replaces; null when no one edit is the obvious repair.</summary>
    public (Location Replaced, string Text)? Repair { get; init; }

    /// <summary>The mistake as the compiler reports it.</summary>
    public Diagnostic ToDiagnostic() => Repair is var (replaced, text)
        ? Diagnostic.Create(Rule, Place, [replaced], ImmutableDictionary<string, string?>.Empty.Add(RightText, text), Arguments)
        : Diagnostic.Create(Rule, Place, Arguments);
}
