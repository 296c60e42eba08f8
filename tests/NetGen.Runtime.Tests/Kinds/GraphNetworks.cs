using System.Numerics;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>One layer of every kind: three numbers and two categories, a residual block, a frozen normalization, three classes.</summary>
internal sealed class EveryKindNet<T> : GraphNetwork<EveryKindNet<T>, T>, INetwork<EveryKindNet<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } = new(
        "EveryKindNet",
        [
            new ColumnsDescription(5, 0, 3) { Sources = [0] },
            new StandardizeDescription(3) { Name = "scaled" },
            new ColumnsDescription(5, 3, 1) { Sources = [0] },
            new EmbedDescription(4, 2) { Name = "country" },
            new ColumnsDescription(5, 4, 1) { Sources = [0] },
            new OneHotDescription(3) { Unknown = 0 },
            new ConcatDescription([3, 2, 3]) { Sources = [2, 4, 6] },
            new DenseDescription(8, 6, Activation.Linear) { Name = "stem", HasBias = false },
            new BatchNormDescription(6, Activation.Tanh) { Name = "norm" },
            new DropoutDescription(6, 0.3),
            new DenseDescription(6, 6, Activation.Silu),
            new SumDescription(6, Activation.LeakyRelu, 0.2) { Sources = [10, 11] },
            new LayerNormDescription(6, Activation.Gelu) { Epsilon = 1e-3 },
            new BatchNormDescription(6) { IsFrozen = true },
            new DenseDescription(6, 3, Activation.Softmax),
        ],
        Loss.CrossEntropy,
        Initializer.ScaledNormal);

    public static int InputSize => 5;

    public static int OutputSize => 3;

    public static int ParameterCount => Description.ParameterCount;
}

/// <summary>A layer that three others take, one of them twice; the errors are squared, of a softmax.</summary>
internal sealed class SharedNet<T> : GraphNetwork<SharedNet<T>, T>, INetwork<SharedNet<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static NetworkDescription Description { get; } = new(
        "SharedNet",
        [
            new DenseDescription(2, 3, Activation.Tanh),
            new SumDescription(3, Activation.Softplus) { Sources = [1, 1] },
            new DenseDescription(3, 3, Activation.Elu) { Sources = [1], IsFrozen = true },
            new BatchNormDescription(3) { Sources = [1], IsFrozen = true },
            new ConcatDescription([3, 3, 3]) { Sources = [2, 3, 4] },
            new DenseDescription(9, 3, Activation.Softmax),
        ],
        Loss.SquaredError,
        Initializer.He);

    public static int InputSize => 2;

    public static int OutputSize => 3;

    public static int ParameterCount => Description.ParameterCount;
}
