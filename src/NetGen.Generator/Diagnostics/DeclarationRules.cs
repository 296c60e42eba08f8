using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>
/// The rules about declarations, 00xx: 0001 to 0019 what a declaration may be, 0020 to 0029 which model it may describe, 0030 to 0039 how it is built.
/// </summary>
internal static class DeclarationRules
{
    /// <summary>A network class, or a type around it, that is not partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Rule.Create(
        "NETGEN0001",
        "A network class is partial",
        "{0} {1} is not partial, so the members of the network {2} cannot be added to it: declare partial {0} {1}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A network class that is generic or nested in a generic type.</summary>
    public static readonly DiagnosticDescriptor Generic = Rule.Create(
        "NETGEN0002",
        "A network class is not generic",
        "{0}, but a network cannot depend on type parameters: its sizes and its element type are part of its declaration",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A network that is static, abstract, a record, no class at all, local to its file, or derived from another network.</summary>
    public static readonly DiagnosticDescriptor NotAnOrdinaryClass = Rule.Create(
        "NETGEN0003",
        "A network is an ordinary class",
        "{0} {1}, but a network must be a class of its own that can be created: declare sealed partial class {0}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A declaration with fewer than two sizes.</summary>
    public static readonly DiagnosticDescriptor TooFewSizes = Rule.Create(
        "NETGEN0004",
        "A network has inputs and at least one layer",
        "{0} declares {1}, but a network has at least two: the number of inputs, then the units of each layer, as in Layers(4, 1)",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A number of inputs or units below 1.</summary>
    public static readonly DiagnosticDescriptor SizeBelowOne = Rule.Create(
        "NETGEN0005",
        "A size is at least 1",
        "{0} declares {1} {2}, but every size must be at least 1",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>More parameters than one array can hold.</summary>
    public static readonly DiagnosticDescriptor TooManyParameters = Rule.Create(
        "NETGEN0006",
        "The parameters fit into one array",
        "with layer {1}, W{1} of {2}x{3}, {0} has {4} parameters, but an array holds at most {5}: make the layers smaller",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Two declarations on one class, or on parts of one class.</summary>
    public static readonly DiagnosticDescriptor DeclaredTwice = Rule.Create(
        "NETGEN0007",
        "A class declares one network",
        "{0} declares its layers twice, but a class is one network: keep one Layers attribute",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A Layer attribute for a layer that the network does not have.</summary>
    public static readonly DiagnosticDescriptor NoSuchLayer = Rule.Create(
        "NETGEN0008",
        "A Layer attribute names a layer of the network",
        "{0} has no layer {1}: {2}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Two Layer attributes for the same layer.</summary>
    public static readonly DiagnosticDescriptor LayerDescribedTwice = Rule.Create(
        "NETGEN0009",
        "A layer is described once",
        "layer {1} of {0} is described twice: say everything about it in one Layer attribute",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A number cast to an enum that does not define it.</summary>
    public static readonly DiagnosticDescriptor UndefinedValue = Rule.Create(
        "NETGEN0010",
        "An enum argument is a value of its enum",
        "{0} is {1}, which is no value of {2}: use one of {3}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A member, inherited or not, or the class itself, with the name of an emitted member.</summary>
    public static readonly DiagnosticDescriptor ReservedName = Rule.Create(
        "NETGEN0011",
        "No member takes the name of an emitted member",
        "{0} takes a name that a member emitted for the network {1} needs: rename it",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A slope of leaky ReLU that is negative, infinite or not a number.</summary>
    public static readonly DiagnosticDescriptor InvalidSlope = Rule.Create(
        "NETGEN0012",
        "A slope is finite and not negative",
        "the slope of layer {1} of {0} is {2}, but as {3} it must be finite and not negative",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A Layer attribute on a class without Layers.</summary>
    public static readonly DiagnosticDescriptor LayerWithoutLayers = Rule.Create(
        "NETGEN0013",
        "A class that describes layers declares them",
        "{0} describes a layer but declares none: add the Layers attribute with the sizes, or remove the Layer attribute",
        Rule.Declaration,
        DiagnosticSeverity.Warning);

    /// <summary>A number of the loss that is out of its range.</summary>
    public static readonly DiagnosticDescriptor InvalidLossParameter = Rule.Create(
        "NETGEN0014",
        "A number of the loss lies in its range",
        "{0} of {1} is {2}, but as {3} it must be {4}",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>A number that the loss does not have.</summary>
    public static readonly DiagnosticDescriptor UnusedLossParameter = Rule.Create(
        "NETGEN0015",
        "A number of the loss is one that the loss has",
        "{0} is said, but the loss of {1} is {2}, which has none: {0} is for {3}; say that loss, or remove it",
        Rule.Declaration,
        DiagnosticSeverity.Error);

    /// <summary>Softmax in a hidden layer.</summary>
    public static readonly DiagnosticDescriptor HiddenSoftmax = Rule.Create(
        "NETGEN0020",
        "Softmax is for the output layer",
        "layer {1} of {0} is hidden, but softmax is for the output, layer {2}: use another activation, such as Activation.Relu",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Softmax of a single unit.</summary>
    public static readonly DiagnosticDescriptor SoftmaxOfOneUnit = Rule.Create(
        "NETGEN0021",
        "Softmax needs at least two units",
        "the output of {0}, layer {1}, has 1 unit, whose softmax is always 1: use Activation.Sigmoid, or at least 2 units",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Cross-entropy of an output that is not softmax.</summary>
    public static readonly DiagnosticDescriptor CrossEntropyWithoutSoftmax = Rule.Create(
        "NETGEN0022",
        "Cross-entropy needs a softmax output",
        "the loss of {0} is cross-entropy, which needs a softmax output, but its output, layer {1}, is {2}: use {3}",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Binary cross-entropy of an output that is not sigmoid.</summary>
    public static readonly DiagnosticDescriptor BinaryCrossEntropyWithoutSigmoid = Rule.Create(
        "NETGEN0023",
        "Binary cross-entropy needs a sigmoid output",
        "the loss of {0} is binary cross-entropy, which needs a sigmoid output, but its output, layer {1}, is {2}: use Output = "
        + "Activation.Sigmoid or another loss",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>A loss of errors, such as squared error, of a softmax output.</summary>
    public static readonly DiagnosticDescriptor SoftmaxWithoutCrossEntropy = Rule.Create(
        "NETGEN0024",
        "A softmax output needs cross-entropy",
        "the loss of {0} is {2}, but its output, layer {1}, is softmax, whose loss is cross-entropy: use Loss.CrossEntropy or another "
        + "output, such as Activation.Linear",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Zero initial weights in a network with a hidden layer.</summary>
    public static readonly DiagnosticDescriptor ZeroWeights = Rule.Create(
        "NETGEN0025",
        "Weights of a network with hidden layers do not start at zero",
        "the weights of {0} start at zero, so the units of a hidden layer stay equal for ever: use another initializer, such as "
        + "Initializer.ScaledNormal",
        Rule.Model,
        DiagnosticSeverity.Warning);

    /// <summary>A slope for a layer whose activation has none.</summary>
    public static readonly DiagnosticDescriptor UnusedSlope = Rule.Create(
        "NETGEN0026",
        "Only leaky ReLU has a slope",
        "the slope of layer {1} of {0} has no effect, because its activation is {2}: say Activation = Activation.LeakyRelu, or remove the "
        + "slope",
        Rule.Model,
        DiagnosticSeverity.Warning);

    /// <summary>A rate of dropout that is negative, at least 1 or not a number.</summary>
    public static readonly DiagnosticDescriptor InvalidDropout = Rule.Create(
        "NETGEN0027",
        "A rate of dropout is at least 0 and below 1",
        "the dropout of layer {1} of {0} is {2}, but as {3} it must be at least 0 and below 1: it is the share of activations that a step drops",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>Dropout of the last layer.</summary>
    public static readonly DiagnosticDescriptor DropoutOfOutput = Rule.Create(
        "NETGEN0028",
        "Dropout is for hidden layers",
        "layer {1} of {0} is the output, of which dropout would drop what is compared with the labels: remove it, or give it to another layer",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>A loss of outputs that are not those that it is defined for.</summary>
    public static readonly DiagnosticDescriptor LossNeedsOutput = Rule.Create(
        "NETGEN0029",
        "A loss is of outputs that it is defined for",
        "the loss of {0} is {2}, which needs an output that is {3}, but its output, layer {1}, is {4}: use {5}, or another loss",
        Rule.Model,
        DiagnosticSeverity.Error);

    /// <summary>A network in a Debug build.</summary>
    public static readonly DiagnosticDescriptor DebugBuild = Rule.Create(
        "NETGEN0030",
        "Train and measure in Release builds",
        "this is a Debug build, so the code emitted for {0} runs unoptimized, about ten times slower: train and measure with -c Release",
        Rule.Build,
        DiagnosticSeverity.Info);

    /// <summary>A project that is compiled as an older C#, or for an older .NET, than emitted code needs.</summary>
    public static readonly DiagnosticDescriptor BuildRequirements = Rule.Create(
        "NETGEN0031",
        "A project with networks is compiled as C# 13 or later, for .NET 10 or later",
        "the code emitted for {0} needs {1}",
        Rule.Build,
        DiagnosticSeverity.Error);

    /// <summary>Two instances of the generator in one project.</summary>
    public static readonly DiagnosticDescriptor LoadedTwice = Rule.Create(
        "NETGEN0032",
        "The generator is loaded once",
        "the generator of NetGen is loaded more than once, and only the first one emits: reference either the package or the projects, in one version",
        Rule.Build,
        DiagnosticSeverity.Warning);
}
