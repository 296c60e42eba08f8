using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The rules about values that are passed to networks, and about anything marked with a shape.</summary>
internal static class CallRules
{
    /// <summary>Examples that are no multiple of the inputs.</summary>
    public static readonly DiagnosticDescriptor Inputs = Rule.Create(
        "NETGEN0201",
        "Examples have the network's inputs",
        "{0} {1}, but {2}: {3}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>Labels or outputs that are no multiple of the outputs.</summary>
    public static readonly DiagnosticDescriptor Outputs = Rule.Create(
        "NETGEN0202",
        "Labels and outputs have the network's outputs",
        "{0} {1}, but {2} gives {3} an example: {4}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>Different numbers of examples and labels.</summary>
    public static readonly DiagnosticDescriptor ExampleCount = Rule.Create(
        "NETGEN0203",
        "Examples and labels are equally many",
        "{0} holds {1} of {2}, {3}, but x holds {4}: {0} must hold {5}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>A destination that is too short.</summary>
    public static readonly DiagnosticDescriptor Destination = Rule.Create(
        "NETGEN0204",
        "A destination has room for what a network writes",
        "{0} {1}, but {2}: {0} must hold at least {3}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>Parameters of the wrong size, passed to a setter.</summary>
    public static readonly DiagnosticDescriptor Parameters = Rule.Create(
        "NETGEN0205",
        "Parameters are set with values of their size",
        "{0} receives {1}, but {2}: {3}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>A network's outputs passed to a network with another number of inputs.</summary>
    public static readonly DiagnosticDescriptor Chain = Rule.Create(
        "NETGEN0206",
        "A network takes as many inputs as the network before it gives outputs",
        "{0} holds outputs of {1}, {2} an example, but {3} takes {4} an example: both must be equal",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>A value of another shape than is stated where it goes.</summary>
    public static readonly DiagnosticDescriptor Marked = Rule.Create(
        "NETGEN0207",
        "A value has the shape that is stated for it",
        "the value {0} {1} {2}, but {1} is stated as {3}: {4}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>A value that holds no whole examples where they are stated.</summary>
    public static readonly DiagnosticDescriptor MarkedExamples = Rule.Create(
        "NETGEN0208",
        "A value holds whole examples where they are stated",
        "the value {0} {1} {2}, but {1} is stated as examples of {3}: {4}",
        Rule.Shapes,
        DiagnosticSeverity.Error);

    /// <summary>A stated shape that the marked value cannot have.</summary>
    public static readonly DiagnosticDescriptor InvalidMark = Rule.Create(
        "NETGEN0209",
        "A stated shape is one that the value can have",
        "{0} is stated as {1}, but {2}",
        Rule.Shapes,
        DiagnosticSeverity.Error);
}
