using NetGen.Generator.Layers.Dense;

namespace NetGen.Generator.Tests;

/// <summary>With a model error the nearest network that can be trained is emitted, so that calls to its members do not add errors of their own.</summary>
public class ModelErrorTests
{
    [Theory]
    [InlineData("4, 8, 3, Hidden = Activation.Softmax", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 1, Output = Activation.Softmax", Activation.Relu, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData("4, 8, 1, Output = Activation.Softmax, Loss = Loss.CrossEntropy", Activation.Relu, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData("4, 8, 1, Output = Activation.Softmax, Loss = Loss.SquaredError", Activation.Relu, Activation.Sigmoid, Loss.SquaredError)]
    [InlineData("4, 8, 3, Output = Activation.Linear, Loss = Loss.CrossEntropy", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 1, Loss = Loss.CrossEntropy", Activation.Relu, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData("4, 8, 3, Loss = Loss.BinaryCrossEntropy", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 3, Output = Activation.Tanh, Loss = Loss.BinaryCrossEntropy", Activation.Relu, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    [InlineData("4, 8, 3, Loss = Loss.SquaredError", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 3, Loss = Loss.AbsoluteError", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 3, Loss = Loss.Huber", Activation.Relu, Activation.Softmax, Loss.CrossEntropy)]
    [InlineData("4, 8, 1, Output = Activation.Softmax, Loss = Loss.Huber", Activation.Relu, Activation.Sigmoid, Loss.Huber)]
    [InlineData("4, 8, 3, Output = Activation.Softmax, Loss = Loss.Hinge", Activation.Relu, Activation.Linear, Loss.Hinge)]
    [InlineData("4, 8, 1, Output = Activation.Linear, Loss = Loss.Poisson", Activation.Relu, Activation.Exponential, Loss.Poisson)]
    [InlineData("4, 8, 1, Output = Activation.Tanh, Loss = Loss.Focal", Activation.Relu, Activation.Sigmoid, Loss.Focal)]
    [InlineData("4, 8, 1, Delta = 2", Activation.Relu, Activation.Sigmoid, Loss.BinaryCrossEntropy)]
    public void The_nearest_valid_network_takes_its_place(string arguments, Activation hidden, Activation output, Loss loss)
    {
        var result = GeneratorHarness.Parse($"[Layers({arguments})] partial class Net;");
        Assert.Single(result.Problems);
        Assert.Equal([hidden, output], result.Spec!.DenseLayers().Select(static layer => layer.Activation));
        Assert.Equal(LossSpec.Of(loss, output), result.Spec!.Loss);
    }

    [Theory]
    [InlineData("[Layers(4, 8, 1, Initializer = Initializer.Zeros)] partial class Net;")]
    [InlineData("[Layers(4, 8, 1)] [Layer(1, Slope = 0.5)] partial class Net;")]
    public void A_warning_is_no_model_error(string source)
    {
        var result = GeneratorHarness.Parse(source);
        Assert.Single(result.Problems);
    }

    [Theory]
    [InlineData("[Layers(4, 8, x)] partial class Net { static int x = 1; }")]
    [InlineData("[Layers(4, \"8\", 1)] partial class Net;")]
    [InlineData("[Layers(4, 8, 1.5)] partial class Net;")]
    [InlineData("[Layers(4, 8, 1u << 31)] partial class Net;")]
    [InlineData("[Layers(4, 99999999999, 1)] partial class Net;")]
    [InlineData("[Layers(4, new[] { 8 }, 1)] partial class Net;")]
    [InlineData("[Layers(4, , 1)] partial class Net;")]
    public void What_the_compiler_refuses_itself_is_left_to_it(string source)
    {
        var result = GeneratorHarness.Parse(source);
        Assert.Null(result.Spec);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("[Layers(4, 8, 1, Hiden = Activation.Tanh)] partial class Net;")]
    [InlineData("[Layers(4, 8, 1, Hidden = Loss.CrossEntropy)] partial class Net;")]
    [InlineData("[Layers(4, 8, 1, Hidden = )] partial class Net;")]
    [InlineData("[Layers(4, 8, 1, Hidden = \"tanh\")] partial class Net;")]
    [InlineData("[Layers(4, 8, 1)] [Layer] partial class Net;")]
    [InlineData("[Layers(4, 8, 1)] [Layer(\"1\")] partial class Net;")]
    public void A_wrong_option_leaves_the_surface_of_the_sizes(string source)
    {
        var result = GeneratorHarness.Parse(source);
        Assert.Empty(result.Problems);
        Assert.Equal([8, 1], result.Spec!.DenseLayers().Select(static layer => layer.Units));
    }
}
