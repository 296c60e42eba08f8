using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The rules about calls that the compiler refuses without naming the right one, or that cannot be meant.</summary>
internal static class MistakeRules
{
    /// <summary>Arrays where a dataset is taken.</summary>
    public static readonly DiagnosticDescriptor DatasetArgument =
        Create("NETGEN0210", "Fit and Evaluate take a dataset", "{0} takes a {1}, but {2} is {3}: write {4}");

    /// <summary>An optimizer that is not passed by reference.</summary>
    public static readonly DiagnosticDescriptor OptimizerByRef =
        Create("NETGEN0211", "A step takes its optimizer by ref", "{0} takes its optimizer by ref, for a step changes the optimizer's state: {1}");

    /// <summary>Numbers of another type.</summary>
    public static readonly DiagnosticDescriptor Element = Create("NETGEN0212", "Arguments have the element type of the network", "{0} is {1}, but {2}: {3}");

    /// <summary>Numbers that do not lie in one list.</summary>
    public static readonly DiagnosticDescriptor Form = Create("NETGEN0213", "Arguments are lists of numbers", "{0} is {1}, but {2} takes {3}: {4}");

    /// <summary>Arguments in another order.</summary>
    public static readonly DiagnosticDescriptor Order =
        Create("NETGEN0214", "Arguments stand in the order of the parameters", "{0} takes {1}, in this order: write {2}");

    /// <summary>Too few arguments.</summary>
    public static readonly DiagnosticDescriptor MissingArgument = Create("NETGEN0215", "A call says all that it must", "{0} needs {1} too: write {2}");

    /// <summary>A method called on the class.</summary>
    public static readonly DiagnosticDescriptor Instance =
        Create("NETGEN0216", "The methods of a network are called on an object", "{0} is called on {1}, which is the class: write {2}, and then {3}");

    /// <summary>A call that is awaited.</summary>
    public static readonly DiagnosticDescriptor Awaited =
        Create(
            "NETGEN0217",
            "The methods of a network are not awaited",
            "{0} has done its work when it returns, so there is nothing to await: leave out await");

    /// <summary>A dataset that is not made by a factory of its element type.</summary>
    public static readonly DiagnosticDescriptor Factory =
        Create("NETGEN0218", "Datasets come from the factories of their element type", "{0} makes no dataset, for {1}: write {2}");

    /// <summary>A validation set of another element type.</summary>
    public static readonly DiagnosticDescriptor Validation = Create(
        "NETGEN0219",
        "A validation set has the element type of the training set",
        "Validation is {0}, but the training set is {1}: make both of the same element type");

    private static DiagnosticDescriptor Create(string id, string title, string messageFormat) =>
        Rule.Create(id, title, messageFormat, Rule.Calls, DiagnosticSeverity.Error);
}
