namespace NetGen.Runtime.Tests.Training;

/// <summary>Logistic regression of two inputs, initial weights zero.</summary>
public sealed class LogisticNet : OneLayerNetwork<LogisticNet, double>, INetwork<LogisticNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(LogisticNet), [new DenseDescription(2, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.Zeros);

    public static int InputSize => 2;

    public static int OutputSize => 1;

    public static int ParameterCount => 3;
}

/// <summary>Logistic regression of two inputs in single precision.</summary>
public sealed class SingleNet : OneLayerNetwork<SingleNet, float>, INetwork<SingleNet, float>
{
    public static NetworkDescription Description { get; } =
        new(nameof(SingleNet), [new DenseDescription(2, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.ScaledNormal);

    public static int InputSize => 2;

    public static int OutputSize => 1;

    public static int ParameterCount => 3;
}

/// <summary>Three classes of two inputs.</summary>
public sealed class SoftmaxNet : OneLayerNetwork<SoftmaxNet, double>, INetwork<SoftmaxNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(SoftmaxNet), [new DenseDescription(2, 3, Activation.Softmax)], Loss.CrossEntropy, Initializer.ScaledNormal);

    public static int InputSize => 2;

    public static int OutputSize => 3;

    public static int ParameterCount => 9;
}

/// <summary>Linear regression of one input with two outputs.</summary>
public sealed class LinearNet : OneLayerNetwork<LinearNet, double>, INetwork<LinearNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(LinearNet), [new DenseDescription(1, 2, Activation.Linear)], Loss.SquaredError, Initializer.ScaledNormal);

    public static int InputSize => 1;

    public static int OutputSize => 2;

    public static int ParameterCount => 4;
}

/// <summary>More parameters than a gradient check looks at.</summary>
public sealed class WideNet : OneLayerNetwork<WideNet, double>, INetwork<WideNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(WideNet), [new DenseDescription(50, 50, Activation.Linear)], Loss.SquaredError, Initializer.ScaledNormal);

    public static int InputSize => 50;

    public static int OutputSize => 50;

    public static int ParameterCount => 2550;
}

/// <summary>One ReLU unit of two inputs.</summary>
public sealed class ReluNet : OneLayerNetwork<ReluNet, double>, INetwork<ReluNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(ReluNet), [new DenseDescription(2, 1, Activation.Relu)], Loss.SquaredError, Initializer.He);

    public static int InputSize => 2;

    public static int OutputSize => 1;

    public static int ParameterCount => 3;
}

/// <summary>A line through one input that minimizes the absolute error.</summary>
public sealed class AbsoluteNet : OneLayerNetwork<AbsoluteNet, double>, INetwork<AbsoluteNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(AbsoluteNet), [new DenseDescription(1, 1, Activation.Linear)], Loss.AbsoluteError, Initializer.He);

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;
}

/// <summary>Three labels of two inputs, each a probability of its own.</summary>
public sealed class LabelsNet : OneLayerNetwork<LabelsNet, double>, INetwork<LabelsNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(LabelsNet), [new DenseDescription(2, 3, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.Zeros);

    public static int InputSize => 2;

    public static int OutputSize => 3;

    public static int ParameterCount => 9;
}

/// <summary>A sigmoid that is fitted to values by squared error.</summary>
public sealed class ShareNet : OneLayerNetwork<ShareNet, double>, INetwork<ShareNet, double>
{
    public static NetworkDescription Description { get; } =
        new(nameof(ShareNet), [new DenseDescription(1, 1, Activation.Sigmoid)], Loss.SquaredError, Initializer.Zeros);

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;
}

/// <summary>More classes than the root of the longest array.</summary>
public sealed class ManyClassesNet : OneLayerNetwork<ManyClassesNet, float>, INetwork<ManyClassesNet, float>
{
    public static NetworkDescription Description { get; } =
        new(nameof(ManyClassesNet), [new DenseDescription(1, OutputSize, Activation.Softmax)], Loss.CrossEntropy, Initializer.Zeros);

    public static int InputSize => 1;

    public static int OutputSize => 46_342;

    public static int ParameterCount => 2 * OutputSize;
}
