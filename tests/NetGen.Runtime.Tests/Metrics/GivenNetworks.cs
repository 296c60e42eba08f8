using System.Numerics;

namespace NetGen.Runtime.Tests.Metrics;

/// <summary>One probability that a test says.</summary>
public sealed class GivenBinary<T> : GivenOutputs<T>, INetwork<GivenBinary<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenBinary", [new DenseDescription(1, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.Zeros);

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;
}

/// <summary>The probabilities of three classes that a test says.</summary>
public sealed class GivenClasses<T> : GivenOutputs<T>, INetwork<GivenClasses<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenClasses", [new DenseDescription(3, 3, Activation.Softmax)], Loss.CrossEntropy, Initializer.Zeros);

    public static int InputSize => 3;

    public static int OutputSize => 3;

    public static int ParameterCount => 12;
}

/// <summary>The probabilities of three labels that a test says.</summary>
public sealed class GivenLabels<T> : GivenOutputs<T>, INetwork<GivenLabels<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenLabels", [new DenseDescription(3, 3, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.Zeros);

    public static int InputSize => 3;

    public static int OutputSize => 3;

    public static int ParameterCount => 12;
}

/// <summary>Two numbers that a test says.</summary>
public sealed class GivenNumbers<T> : GivenOutputs<T>, INetwork<GivenNumbers<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenNumbers", [new DenseDescription(2, 2, Activation.Linear)], Loss.SquaredError, Initializer.Zeros);

    public static int InputSize => 2;

    public static int OutputSize => 2;

    public static int ParameterCount => 6;
}

/// <summary>One margin that a test says.</summary>
public sealed class GivenMargin<T> : GivenOutputs<T>, INetwork<GivenMargin<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenMargin", [new DenseDescription(1, 1, Activation.Linear)], Loss.Hinge, Initializer.Zeros);

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;
}

/// <summary>The margins of three classes that a test says.</summary>
public sealed class GivenMargins<T> : GivenOutputs<T>, INetwork<GivenMargins<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } =
        new("GivenMargins", [new DenseDescription(3, 3, Activation.Linear)], Loss.Hinge, Initializer.Zeros);

    public static int InputSize => 3;

    public static int OutputSize => 3;

    public static int ParameterCount => 12;
}
