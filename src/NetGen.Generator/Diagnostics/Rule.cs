using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Makes the descriptors of rules, so that all have an id of one form and a page of documentation.</summary>
internal static class Rule
{
    /// <summary>The category of rules about the declaration of a network.</summary>
    public const string Declaration = "NetGen.Declaration";

    /// <summary>The category of rules about activations and losses that do not go together.</summary>
    public const string Model = "NetGen.Model";

    /// <summary>The category of rules about members that declare weights and biases.</summary>
    public const string Parameters = "NetGen.Parameters";

    /// <summary>The category of rules about the shapes of values, wherever they go.</summary>
    public const string Shapes = "NetGen.Shapes";

    /// <summary>The category of rules about calls that the compiler refuses, or that cannot be meant.</summary>
    public const string Calls = "NetGen.Calls";

    /// <summary>The category of rules about how a network is built.</summary>
    public const string Build = "NetGen.Build";

    /// <summary>Where the pages of the rules are; a page is named after the id of its rule.</summary>
    public const string HelpLinkBase = "https://github.com/netgen-dotnet/netgen/blob/main/docs/rules/";

    /// <summary>Makes a descriptor.</summary>
    /// <param name="id">The id, which is never reused.</param>
    /// <param name="title">What the rule demands, in a few words.</param>
    /// <param name="messageFormat">What is wrong, with the numbers found and expected, and what to do; without square brackets.</param>
    /// <param name="category">One of the categories of this class.</param>
    /// <param name="defaultSeverity">How it is reported unless the user says otherwise.</param>
    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: $"{HelpLinkBase}{id}.md");
}
