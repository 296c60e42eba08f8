using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The rules about members that declare the weights and the biases of a network.</summary>
internal static class ParameterRules
{
    /// <summary>Declared weights of other sizes than W of their layer.</summary>
    public static readonly DiagnosticDescriptor WeightsSize = Rule.Create(
        "NETGEN0101",
        "Declared weights have the size of their layer",
        "{0} {1}, but layer {2} of {3} maps {4} to {5}: {6}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>A declared bias with fewer or more values than its layer has units.</summary>
    public static readonly DiagnosticDescriptor BiasSize = Rule.Create(
        "NETGEN0102",
        "A declared bias has one value for each unit of its layer",
        "{0} {1}, but layer {2} of {3} has {4}: {5}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>Declared weights that are no matrix, or a declared bias that is no list.</summary>
    public static readonly DiagnosticDescriptor Form = Rule.Create(
        "NETGEN0103",
        "Declared weights are a matrix and a declared bias is a list",
        "{0} is {1}, but layer {2} of {3} has {4}: {5}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>Declared parameters of another element type than the network.</summary>
    public static readonly DiagnosticDescriptor Element = Rule.Create(
        "NETGEN0104",
        "Declared parameters have the element type of the network",
        "{0} holds {1} values, but layer {2} of {3} computes in {4}: {5} must be {4}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>Declared parameters of a layer that is not there.</summary>
    public static readonly DiagnosticDescriptor NoSuchLayer = Rule.Create(
        "NETGEN0105",
        "Declared parameters name a layer of the network",
        "{0} is marked as the {1} of layer {2}, but {3} has {4}: the layer must be {5}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>Two members for the same parameters.</summary>
    public static readonly DiagnosticDescriptor Duplicate = Rule.Create(
        "NETGEN0106",
        "The parameters of a layer are declared once",
        "{0} is marked as the {1} of layer {2} of {3}, but {4} is too: only one member can be {5}",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>Weights without a bias, or a bias without weights.</summary>
    public static readonly DiagnosticDescriptor MissingPartner = Rule.Create(
        "NETGEN0107",
        "Weights and bias of a layer are declared together",
        "{0} is marked as the {1} of layer {2} of {3}, but no member is marked as its {4}: declare {5}, {6}",
        Rule.Parameters,
        DiagnosticSeverity.Warning);

    /// <summary>A marked member that the network cannot read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Rule.Create(
        "NETGEN0108",
        "Declared parameters can be read",
        "{0} is marked as the {1} of layer {2} of {3}, but {4}: mark a field, a property with a getter, or a method without parameters",
        Rule.Parameters,
        DiagnosticSeverity.Error);

    /// <summary>A marked member outside a network class.</summary>
    public static readonly DiagnosticDescriptor NoNetwork = Rule.Create(
        "NETGEN0109",
        "Declared parameters are members of a network",
        "{0} is marked as the {1} of layer {2}, but {3} is no network, so nothing reads it: mark a member of the class that has the Layers attribute",
        Rule.Parameters,
        DiagnosticSeverity.Warning);
}
