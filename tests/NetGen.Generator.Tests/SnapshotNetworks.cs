using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>The networks whose emitted text is kept: small ones that together have every form of plan and name every helper of the runtime.</summary>
internal static class SnapshotNetworks
{
    private static readonly Dictionary<string, string> Declarations = new(StringComparer.Ordinal)
    {
        ["Register_plan"] = "[Layers(2, 3, 1)] public sealed partial class Net;",
        ["Register_plan_and_classes"] = "[Layers(3, 2, 4)] public sealed partial class Net;",
        ["Register_plan_and_every_activation"] = Activations("2, 2, 2, 2, 2, 2, 2, 2, 2, 2", "Sigmoid", "Loss = Loss.AbsoluteError"),
        ["Register_plan_and_focal_loss"] = "[Layers(3, 4, Loss = Loss.Focal, LabelSmoothing = 0.1)] public sealed partial class Net;",
        ["Register_plan_and_focal_labels"] = "[Layers(3, 1, Loss = Loss.Focal, Element = ElementType.Double)] public sealed partial class Net;",
        ["Register_plan_and_margins"] = "[Layers(3, 1, Loss = Loss.Hinge)] public sealed partial class Net;",
        ["Register_plan_and_rates"] = "[Layers(3, 2, Loss = Loss.Poisson)] public sealed partial class Net;",
        ["Outer_tiles_and_focal_loss"] = "[Layers(3, 2, 9, Loss = Loss.Focal, Gamma = 1.5)] public sealed partial class Net;",
        ["Outer_tiles_and_classes"] = "[Layers(3, 2, 9)] public sealed partial class Net;",
        ["Outer_tiles_and_every_activation"] = Activations("3, 5, 5, 5, 5, 5, 5, 5, 5, 20", "Tanh", "Loss = Loss.SquaredError, Element = ElementType.Double"),
        ["Dot_tiles_and_one_output"] = "[Layers(260, 1)] public sealed partial class Net;",
        ["Dot_tiles_in_blocks"] = "[Layers(790, 170, 1, Hidden = Activation.Tanh)] public sealed partial class Net;",
        ["Rows_of_pages"] = "[Layers(1024, 66, 1024, 32, Hidden = Activation.Gelu)] public sealed partial class Net;",
        ["Equal_layers"] = "[Layers(20, 20, 20, 20, 20, 20, 3, Hidden = Activation.Gelu)] public sealed partial class Net;",
        ["Far_inputs"] = "[Layers(12288, 11, 1)] public sealed partial class Net;",
        ["Declared_parameters_in_double"] = """
            namespace Space
            {
                internal partial class Outer
                {
                    [Layers(2, 2, 1, Hidden = Activation.Gelu, Output = Activation.Linear, Element = ElementType.Double)]
                    [Layer(1, Activation = Activation.LeakyRelu, Slope = 0.25)]
                    internal sealed partial class Net
                    {
                        [Weights(1)] private static readonly double[,] trained = { { 1, 2 }, { 3, 4 } };
                        [Bias(1)] private static double[] Shift() => [5, 6];
                    }
                }
            }
            """,
        ["Residuals_and_concatenations"] = """
            [Network(Loss = Loss.SquaredError)]
            public sealed partial class Net
            {
                static Node Define([Shape(6)] Node x)
                {
                    Node a = x.Dense(20).Gelu();
                    Node b = a + a.Dense(20).Relu().Dropout(0.1);
                    return Node.Concat(b.Tanh(), a, x.LayerNorm()).Dense(3, bias: false);
                }
            }
            """,
        ["Normalization_and_dropout"] = Normalized("Element = ElementType.Float"),
        ["Normalization_and_dropout_in_double"] = Normalized("Element = ElementType.Double"),
        ["Columns_of_a_table"] = """
            [Network]
            public sealed partial class Net
            {
                static Node Define([Shape(3)] Node numbers, [Categories(5)] Node country, [Categories(4, Unknown = 0)] Node job) =>
                    Node.Concat(numbers.Standardize(), country.Embed(3), job.OneHot()).Dense(12).Relu().Dense(1).Sigmoid();
            }
            """,
        ["Frozen_parts"] = """
            [Network]
            public sealed partial class Net
            {
                static Node Define([Shape(6)] Node x)
                {
                    Node stem = x.Dense(12).Tanh().BatchNorm().Tanh().Frozen();
                    return stem.Dense(300).BatchNorm().Dense(2).Softmax();
                }
            }
            """,
    };

    /// <summary>The names of the networks, under which their text is kept.</summary>
    public static TheoryData<string> Names => [.. Declarations.Keys];

    /// <summary>Runs the generator on one of them.</summary>
    public static GeneratorRunResult Emit(string name, out Compilation output) =>
        GeneratorHarness.Run(GeneratorHarness.Compile("global using NetGen;", Declarations[name]), out output);

    /// <summary>A network with each layer that is another in training than when predicting, small and, for dot tiles, with many inputs.</summary>
    private static string Normalized(string options) => $$"""
        [Network({{options}})]
        public sealed partial class Net
        {
            static Node Define([Shape(800)] Node x) =>
                x.Dense(70).BatchNorm().Relu().Dropout(0.25).Dense(9).LayerNorm().Dropout(0.5).BatchNorm().Dense(3).Softmax();
        }
        """;

    /// <summary>A network whose hidden layers have each activation once.</summary>
    private static string Activations(string sizes, string output, string more)
    {
        string[] hidden = ["Linear", "Sigmoid", "LeakyRelu", "Elu", "Silu", "Gelu", "GeluErf", "Softplus"];
        string layers = string.Concat(hidden.Select(static (activation, index) => $"[Layer({index + 1}, Activation = Activation.{activation})] "));
        return $"[Layers({sizes}, Output = Activation.{output}, {more})] {layers}public sealed partial class Net;";
    }
}
