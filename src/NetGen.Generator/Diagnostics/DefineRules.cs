using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The rules about networks that a method describes, 0040 to 0069.</summary>
internal static class DefineRules
{
    /// <summary>Something in Define that is neither a node nor what makes nodes.</summary>
    public static readonly DiagnosticDescriptor NotUnderstood = Rule.Create(
        "NETGEN0040",
        "Define says what the grammar of networks has",
        "{0} is not understood here: Define is read, not run; {1}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A + of nodes that hold different numbers of values.</summary>
    public static readonly DiagnosticDescriptor ShapesDiffer = Rule.Create(
        "NETGEN0041",
        "A sum is of nodes of the same shape",
        "{0} is {1}, but {2} is {3}: + adds nodes of the same shape",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>An input, a local or a parameter that no node is computed from.</summary>
    public static readonly DiagnosticDescriptor NodeUnused = Rule.Create(
        "NETGEN0042",
        "Every node is used",
        "nothing uses the {1} {0}: use it, or remove it",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A name that another node or an input has, or a second name for one node.</summary>
    public static readonly DiagnosticDescriptor NameTwice = Rule.Create(
        "NETGEN0043",
        "A name names one node",
        "the name {0} is not free: {1}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A name that no member could have.</summary>
    public static readonly DiagnosticDescriptor InvalidName = Rule.Create(
        "NETGEN0044",
        "A name is an identifier",
        "the name \"{0}\" is no identifier: write letters, digits and underscores, and begin with a letter",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A method that is read again while it is read.</summary>
    public static readonly DiagnosticDescriptor Recursion = Rule.Create(
        "NETGEN0045",
        "No method that Define calls calls itself",
        "{0} calls itself{1}: Define is read, not run, so nothing would end it; write the layers out",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A Network attribute on a class without Define.</summary>
    public static readonly DiagnosticDescriptor DefineMissing = Rule.Create(
        "NETGEN0046",
        "A network is described by its method Define",
        "{0} is a Network but has no method Define: write static Node Define(...) with a parameter for each input",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Overloads of Define.</summary>
    public static readonly DiagnosticDescriptor DefineTwice = Rule.Create(
        "NETGEN0047",
        "A class has one method Define",
        "{0} has a second Define, but one describes the network: give this one another name",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Define as a method of an object.</summary>
    public static readonly DiagnosticDescriptor DefineNotStatic = Rule.Create(
        "NETGEN0048",
        "Define is static",
        "Define of {0} is not static, but there is no network yet when it is read: declare it static",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Define with another return type.</summary>
    public static readonly DiagnosticDescriptor DefineReturnsNoNode = Rule.Create(
        "NETGEN0049",
        "Define returns a node",
        "Define of {0} returns {1}, but what it returns is the output of the network: return Node",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A parameter of Define that is no Node, says not what it holds, or says it twice; or no parameter at all.</summary>
    public static readonly DiagnosticDescriptor WrongInput = Rule.Create(
        "NETGEN0050",
        "The parameters of Define are its inputs",
        "{0}: {1}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A number of units, a rate, a slope, an epsilon, a momentum or a class that cannot be meant.</summary>
    public static readonly DiagnosticDescriptor NumberOutOfRange = Rule.Create(
        "NETGEN0051",
        "A number makes sense where it stands",
        "{0} of {1} is {2}, but must be {3}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>An argument that is no constant.</summary>
    public static readonly DiagnosticDescriptor NotConstant = Rule.Create(
        "NETGEN0052",
        "Arguments are known while compiling",
        "{0} of {1} is not known while compiling: {2}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>More values, parameters, nodes or calls than there can be.</summary>
    public static readonly DiagnosticDescriptor GraphTooLarge = Rule.Create(
        "NETGEN0053",
        "A network fits into arrays, and its code into files",
        "{0}, but at most {1} are possible: make the network smaller",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Embed or OneHot of a node that holds numbers.</summary>
    public static readonly DiagnosticDescriptor NoCategory = Rule.Create(
        "NETGEN0054",
        "Embed and OneHot take class indices",
        "{0} takes an input with Categories, but this node holds numbers: use Dense, or say Categories at the input",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>An input with Categories where numbers are taken.</summary>
    public static readonly DiagnosticDescriptor CategoryUsed = Rule.Create(
        "NETGEN0055",
        "Class indices go through Embed or OneHot",
        "{0} holds a class index, but {1} takes numbers: use Embed(dimensions) or OneHot() of {0}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Standardize of a computed node.</summary>
    public static readonly DiagnosticDescriptor StandardizeOfNoInput = Rule.Create(
        "NETGEN0056",
        "Standardize takes an input",
        "Standardize takes numbers straight from an input: use it before everything else, or BatchNorm() here",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Softmax somewhere else than at the end.</summary>
    public static readonly DiagnosticDescriptor SoftmaxNotLast = Rule.Create(
        "NETGEN0057",
        "Softmax is the end of Define",
        "softmax is for the output, but something is computed from it here: use another activation, such as Relu()",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Softmax of one value.</summary>
    public static readonly DiagnosticDescriptor SoftmaxOfOneValue = Rule.Create(
        "NETGEN0058",
        "Softmax of Define needs at least two values",
        "the softmax of 1 value is always 1: use Sigmoid(), or at least 2 values",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Define without a node that has parameters, or with none whose parameters are trained.</summary>
    public static readonly DiagnosticDescriptor NothingToTrain = Rule.Create(
        "NETGEN0059",
        "A network has parameters to train",
        "{0}, so there is nothing to train: {1}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A loss that is not defined for the output.</summary>
    public static readonly DiagnosticDescriptor LossDoesNotFit = Rule.Create(
        "NETGEN0060",
        "The loss fits the end of Define",
        "the loss of {0} is {1}, but Define ends in {2}: {3}",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Layers and Network on one class.</summary>
    public static readonly DiagnosticDescriptor DeclaredByBoth = Rule.Create(
        "NETGEN0061",
        "A class is declared by Layers or by Network",
        "{0} has both Layers and Network, but a class is one network: keep Layers for a stack of dense layers, or Network and Define",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A Layer attribute on a class with Network.</summary>
    public static readonly DiagnosticDescriptor LayerOnNetwork = Rule.Create(
        "NETGEN0062",
        "Define says everything about its layers",
        "{0} is described by Define, where a Layer attribute means nothing: write what it says in Define",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Named of a local, a parameter or an input.</summary>
    public static readonly DiagnosticDescriptor NamedElsewhere = Rule.Create(
        "NETGEN0063",
        "Named stands in the expression that it names",
        "{0} would name a node of another expression: call Named where that node is computed",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Dropout whose results are the outputs.</summary>
    public static readonly DiagnosticDescriptor DropoutAtEnd = Rule.Create(
        "NETGEN0064",
        "Dropout is not the end of Define",
        "dropout here would drop outputs of {0}, which are compared with the labels: remove it, or call it before another layer",
        Rule.Model,
        DiagnosticSeverity.Error);
}
