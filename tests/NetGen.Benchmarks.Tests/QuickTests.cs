using NetGen.Benchmarks.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Quick;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Tests;

public sealed class QuickTests
{
    private const string Number = @"\d+(\.\d+)?";
    private const string OpenBlas = $"(, OpenBLAS {Number} us, ratio {Number})?";

    [Theory]
    [InlineData(98123.4, "98123")]
    [InlineData(1010.31, "1010.3")]
    [InlineData(231.44, "231.4")]
    [InlineData(48.06, "48.1")]
    [InlineData(2.4231, "2.42")]
    [InlineData(0.23456, "0.235")]
    [InlineData(0.0023456, "0.00235")]
    [InlineData(0.0, "0")]
    public void Numbers_have_three_significant_digits_or_more_and_no_exponent(double value, string text) => Assert.Equal(text, Figures.Of(value));

    [Fact]
    public void A_line_of_a_step_names_every_figure()
    {
        var figures = new StepFigures(TrainingShapes.All[0], 2, OptimizerKind.Sgd, 1010.3e-6, 231.4e9) { OpenBlas = 2448e-6, Naive = 98123e-6 };
        Assert.Equal(
            "209x12288-20-7-5-1 threads 2: NetGen 1010.3 us, OpenBLAS 2448.0 us, ratio 2.42, naive 98123 us, FMA peak 231.4 GFLOP/s, at 88.0 % of peak",
            QuickLines.Step(figures));
    }

    [Fact]
    public void Without_OpenBLAS_the_line_stays_and_its_figures_are_left_out()
    {
        var figures = new StepFigures(TrainingShapes.All[0], 2, OptimizerKind.Sgd, 1010.3e-6, 231.4e9) { Naive = 98123e-6 };
        Assert.Equal(
            "209x12288-20-7-5-1 threads 2: NetGen 1010.3 us, naive 98123 us, FMA peak 231.4 GFLOP/s, at 88.0 % of peak",
            QuickLines.Step(figures));
    }

    [Theory]
    [InlineData("32x4-8-8-1", $"^32x4-8-8-1 threads 2: NetGen {Number} us{OpenBlas}, naive {Number} us, FMA peak {Number} GFLOP/s, at {Number} % of peak$")]
    [InlineData(
        "batch norm 128x784-512-128-10",
        $"^batch norm 128x784-512-128-10 threads 2: NetGen {Number} us, without {Number} us, ratio {Number}(, PyTorch {Number} us, ratio {Number})?$")]
    [InlineData("16-32-32-4", $"^predict 16-32-32-4: NetGen {Number} ns$")]
    [InlineData("exp", $"^exp per element: NetGen {Number} ns, System.Numerics.Tensors {Number} ns, ratio {Number}$")]
    public void Each_kind_of_shape_prints_its_line(string shape, string pattern) => Assert.Matches(pattern, Lines("--shape", shape, "--threads", "2"));

    [Theory]
    [InlineData("adam")]
    [InlineData("momentum")]
    public void Other_optimizers_are_compared_with_gradient_descent(string optimizer) => Assert.Matches(
        $"^32x4-8-8-1 threads 1 {optimizer}: NetGen {Number} us, NetGen sgd {Number} us, ratio {Number}, FMA peak {Number} GFLOP/s, at {Number} % of peak$",
        Lines("--shape", "32x4-8-8-1", "--threads", "1", "--optimizer", optimizer));

    [Fact]
    public void An_unknown_shape_is_named_with_those_that_there_are()
    {
        UsageException problem = Assert.Throws<UsageException>(() => Lines("--shape", "1x1"));
        Assert.Equal(
            "--shape is 1x1, but must be one of 209x12288-20-7-5-1, 400x2-4-1, 32x4-8-8-1, 200x24-8-2, 128x784-128-10, 800x784-100-100-10, 128x784-512-128-10, "
            + "256x1024-1024-1024-10, dropout 0.2 128x784-512-128-10, batch norm 128x784-512-128-10, residual 128x784-512-512-512-10, "
            + "4-8-8-1, 16-32-32-4, 64-64-64-8, 784-128-10, exp, tanh.",
            problem.Message);
    }

    private static string Lines(params string[] arguments)
    {
        var output = new StringWriter();
        new QuickCommand(ShortTurns.Timer, output).Run(new Options(arguments, "--threads", "--shape", "--optimizer"));
        return output.ToString().Trim();
    }
}
