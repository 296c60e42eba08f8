namespace NetGen.Generator.Parsing;

/// <summary>The mistakes that a declaration can hold; each has one rule, one analyzer and one page.</summary>
internal enum ProblemKind
{
    /// <summary>The class, or a type around it, is not partial.</summary>
    NotPartial,

    /// <summary>The class, or a type around it, is generic.</summary>
    Generic,

    /// <summary>Not an ordinary class: static, abstract, a record, a struct, an interface, file-local, derived from another network.</summary>
    NotAnOrdinaryClass,

    /// <summary>Fewer than two sizes.</summary>
    TooFewSizes,

    /// <summary>A size below 1.</summary>
    SizeBelowOne,

    /// <summary>More parameters than an array can hold.</summary>
    TooManyParameters,

    /// <summary>Two declarations on one class.</summary>
    DeclaredTwice,

    /// <summary>A Layer attribute for a layer that is not there.</summary>
    NoSuchLayer,

    /// <summary>Two Layer attributes for the same layer.</summary>
    LayerDescribedTwice,

    /// <summary>An enum value that the enum does not define.</summary>
    UndefinedValue,

    /// <summary>A member, or the class itself, has a name that an emitted member takes.</summary>
    ReservedName,

    /// <summary>A slope that is negative, infinite or not a number.</summary>
    InvalidSlope,

    /// <summary>Layer without Layers.</summary>
    LayerWithoutLayers,

    /// <summary>Softmax in a hidden layer.</summary>
    HiddenSoftmax,

    /// <summary>Softmax of one unit.</summary>
    SoftmaxOfOneUnit,

    /// <summary>Cross-entropy of an output that is not softmax.</summary>
    CrossEntropyWithoutSoftmax,

    /// <summary>Binary cross-entropy of an output that is not sigmoid.</summary>
    BinaryCrossEntropyWithoutSigmoid,

    /// <summary>A loss of single values, such as squared error, of a softmax output.</summary>
    SoftmaxWithoutCrossEntropy,

    /// <summary>A loss of outputs that are not those that it is defined for.</summary>
    LossNeedsOutput,

    /// <summary>A number of the loss that is out of its range.</summary>
    InvalidLossParameter,

    /// <summary>A number that the loss does not have.</summary>
    UnusedLossParameter,

    /// <summary>Weights of a network with a hidden layer start at zero.</summary>
    ZeroWeights,

    /// <summary>A slope for a layer whose activation has none.</summary>
    UnusedSlope,

    /// <summary>A rate of dropout that is negative, at least 1 or not a number.</summary>
    InvalidDropout,

    /// <summary>Dropout of the last layer.</summary>
    DropoutOfOutput,

    /// <summary>Define says something outside of what is understood.</summary>
    NotUnderstood,

    /// <summary>A sum of nodes of different shapes.</summary>
    ShapesDiffer,

    /// <summary>A node of Define that nothing uses.</summary>
    NodeUnused,

    /// <summary>Two nodes of one name.</summary>
    NameTwice,

    /// <summary>A name that is no identifier.</summary>
    InvalidName,

    /// <summary>A name for a node of another expression.</summary>
    NamedElsewhere,

    /// <summary>A method that Define calls calls itself.</summary>
    Recursion,

    /// <summary>A Network attribute on a class without Define.</summary>
    DefineMissing,

    /// <summary>Two methods Define.</summary>
    DefineTwice,

    /// <summary>Define is not static.</summary>
    DefineNotStatic,

    /// <summary>Define returns something else than a node.</summary>
    DefineReturnsNoNode,

    /// <summary>A parameter of Define that is no input, or none at all.</summary>
    WrongInput,

    /// <summary>A number that makes no sense where it stands.</summary>
    NumberOutOfRange,

    /// <summary>An argument that is not known while compiling.</summary>
    NotConstant,

    /// <summary>A network that is larger than can be emitted.</summary>
    GraphTooLarge,

    /// <summary>Embed or OneHot of numbers.</summary>
    NoCategory,

    /// <summary>A class index where numbers are taken.</summary>
    CategoryUsed,

    /// <summary>Standardize of something else than an input.</summary>
    StandardizeOfNoInput,

    /// <summary>Softmax somewhere else than at the end.</summary>
    SoftmaxNotLast,

    /// <summary>Softmax of one value.</summary>
    SoftmaxOfOneValue,

    /// <summary>Dropout of the output of Define.</summary>
    DropoutAtEnd,

    /// <summary>A network without parameters, or with none that is trained.</summary>
    NothingToTrain,

    /// <summary>A loss that does not fit the end of Define.</summary>
    LossDoesNotFit,

    /// <summary>Layers and Network on one class.</summary>
    DeclaredByBoth,

    /// <summary>A Layer attribute on a class that Define describes.</summary>
    LayerOnNetwork,
}
