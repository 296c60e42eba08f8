using NetGen.Generator.Diagnostics;

namespace NetGen.Analyzers.Tests.Declaration;

/// <summary>Losses, the outputs that they are defined for and their numbers: NETGEN0014, 0015 and 0029, and 0060 of described networks.</summary>
public class LossRuleTests
{
    [Theory]
    [InlineData("4, 8, 1, Output = Activation.Sigmoid", "Hinge", "hinge loss", "linear", "sigmoid", "Output = Activation.Linear")]
    [InlineData("4, 8, 3, Output = Activation.Softmax", "Hinge", "hinge loss", "linear", "softmax", "Output = Activation.Linear")]
    [InlineData("4, 8, 1, Output = Activation.Linear", "Poisson", "Poisson loss", "exponential", "linear", "Output = Activation.Exponential")]
    [InlineData(
        "4, 8, 3, Output = Activation.Tanh", "Focal", "focal loss", "sigmoid or softmax", "tanh", "Output = Activation.Sigmoid or Output = Activation.Softmax")]
    [InlineData("4, 8, 1, Output = Activation.Gelu", "Focal", "focal loss", "sigmoid", "GELU", "Output = Activation.Sigmoid")]
    public Task A_loss_of_another_output_is_reported_at_the_loss(string arguments, string loss, string term, string needed, string output, string advice) =>
        AnalyzerHarness.Reports(
            DeclarationRules.LossNeedsOutput,
            $"using NetGen; [Layers({arguments}, Loss = [|Loss.{loss}|])] partial class CatNet;",
            $"NETGEN0029: the loss of CatNet is {term}, which needs an output that is {needed}, but its output, layer 2, is {output}: "
            + $"use {advice}, or another loss");

    [Theory]
    [InlineData("4, 8, 1, Loss = Loss.Hinge")]
    [InlineData("4, 8, 3, Loss = Loss.Hinge, Output = Activation.Linear")]
    [InlineData("4, 8, 1, Loss = Loss.Poisson")]
    [InlineData("4, 8, 3, Loss = Loss.Focal")]
    [InlineData("4, 8, 3, Loss = Loss.Focal, Output = Activation.Sigmoid")]
    [InlineData("4, 8, 3, Loss = Loss.Huber, Output = Activation.Tanh")]
    public Task A_loss_of_its_output_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.LossNeedsOutput, $"using NetGen; [Layers({arguments})] partial class CatNet;");

    [Theory]
    [InlineData("Huber", "Huber loss")]
    [InlineData("Quantile", "quantile loss")]
    public Task An_error_of_a_softmax_output_is_reported_at_the_loss(string loss, string term) => AnalyzerHarness.Reports(
        DeclarationRules.SoftmaxWithoutCrossEntropy,
        $"using NetGen; [Layers(4, 8, 3, Loss = [|Loss.{loss}|])] partial class CatNet;",
        $"NETGEN0024: the loss of CatNet is {term}, but its output, layer 2, is softmax, whose loss is cross-entropy: "
        + "use Loss.CrossEntropy or another output, such as Activation.Linear");

    [Theory]
    [InlineData("Huber", "Delta", "0.0", "0", "finite and positive", "")]
    [InlineData("Huber", "Delta", "-1", "-1", "finite and positive", "")]
    [InlineData("Huber", "Delta", "double.NaN", "NaN", "finite and positive", "")]
    [InlineData("Huber", "Delta", "1e300", "1E+300", "finite and positive", "")]
    [InlineData("Huber", "Delta", "1e-300", "1E-300", "finite and positive", "")]
    [InlineData("Huber", "Delta", "double.PositiveInfinity", "Infinity", "finite and positive", ", Element = ElementType.Double")]
    [InlineData("Quantile", "Quantile", "0.0", "0", "above 0 and below 1", "")]
    [InlineData("Quantile", "Quantile", "1", "1", "above 0 and below 1", ", Element = ElementType.Double")]
    [InlineData("Quantile", "Quantile", "0.99999999999", "0.99999999999", "above 0 and below 1", "")]
    [InlineData("Focal, Output = Activation.Sigmoid", "Gamma", "-0.5", "-0.5", "finite and not negative", "")]
    [InlineData("Focal, Output = Activation.Sigmoid", "Gamma", "1e300", "1E+300", "finite and not negative", "")]
    [InlineData("BinaryCrossEntropy, Output = Activation.Sigmoid", "LabelSmoothing", "1", "1", "at least 0 and below 1", "")]
    [InlineData("BinaryCrossEntropy, Output = Activation.Sigmoid", "LabelSmoothing", "-0.1", "-0.1", "at least 0 and below 1", "")]
    public Task A_number_out_of_range_is_reported_where_it_is_said(string loss, string name, string number, string text, string range, string element)
    {
        string output = loss.Contains("Output", StringComparison.Ordinal) ? "" : ", Output = Activation.Linear";
        return AnalyzerHarness.Reports(
            DeclarationRules.InvalidLossParameter,
            $"using NetGen; [Layers(4, 8, 1, Loss = Loss.{loss}{output}, {name} = [|{number}|]{element})] partial class CatNet;",
            $"NETGEN0014: {name} of CatNet is {text}, but as a {(element.Length > 0 ? "double" : "float")} it must be {range}");
    }

    [Theory]
    [InlineData("Loss = Loss.Huber, Output = Activation.Linear, Delta = 1e-3")]
    [InlineData("Loss = Loss.Huber, Output = Activation.Linear, Delta = 1e300, Element = ElementType.Double")]
    [InlineData("Loss = Loss.Quantile, Output = Activation.Linear, Quantile = 0.99")]
    [InlineData("Loss = Loss.Focal, Gamma = 0, LabelSmoothing = 0")]
    [InlineData("LabelSmoothing = 0.999")]
    public Task A_number_within_range_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.InvalidLossParameter, $"using NetGen; [Layers(4, 8, 1, {arguments})] partial class CatNet;");

    [Theory]
    [InlineData("4, 8, 1", "Delta", "binary cross-entropy", "Loss.Huber")]
    [InlineData("4, 8, 3", "Quantile", "cross-entropy", "Loss.Quantile")]
    [InlineData("4, 8, 3, Loss = Loss.CrossEntropy", "Gamma", "cross-entropy", "Loss.Focal")]
    [InlineData("4, 8, 1, Output = Activation.Linear", "LabelSmoothing", "squared error", "Loss.BinaryCrossEntropy, Loss.CrossEntropy and Loss.Focal")]
    [InlineData("4, 8, 1, Loss = Loss.Hinge", "LabelSmoothing", "hinge loss", "Loss.BinaryCrossEntropy, Loss.CrossEntropy and Loss.Focal")]
    public Task A_number_that_the_loss_does_not_have_is_reported_where_it_is_said(string arguments, string name, string term, string losses) =>
        AnalyzerHarness.Reports(
            DeclarationRules.UnusedLossParameter,
            $"using NetGen; [Layers({arguments}, {name} = [|0.5|])] partial class CatNet;",
            $"NETGEN0015: {name} is said, but the loss of CatNet is {term}, which has none: {name} is for {losses}; say that loss, or remove it");

    [Theory]
    [InlineData("Loss = Loss.Focal, Gamma = 3")]
    [InlineData("LabelSmoothing = 0.1")]
    [InlineData("Loss = Loss.Huber, Output = Activation.Linear, Delta = 3")]
    public Task A_number_that_the_loss_has_is_fine(string arguments) =>
        AnalyzerHarness.IsSilent(DeclarationRules.UnusedLossParameter, $"using NetGen; [Layers(4, 8, 1, {arguments})] partial class CatNet;");

    [Theory]
    [InlineData("Hinge", "x.Dense(1).Sigmoid()", "hinge loss", "sigmoid", "leave the activation out, or use Loss.BinaryCrossEntropy")]
    [InlineData("Poisson", "x.Dense(1)", "Poisson loss", "no activation", "end it in Exponential(), or use Loss.SquaredError")]
    [InlineData("Focal", "x.Dense(2).Tanh()", "focal loss", "tanh", "end it in Sigmoid() or Softmax(), or use Loss.SquaredError")]
    [InlineData("Huber", "x.Dense(2).Softmax()", "Huber loss", "softmax", "leave the softmax out, or use Loss.CrossEntropy")]
    public Task A_loss_that_does_not_fit_the_end_of_Define_is_reported_at_the_loss(string loss, string end, string term, string found, string advice) =>
        AnalyzerHarness.Reports(
            DefineRules.LossDoesNotFit,
            $"using NetGen; [Network(Loss = [|Loss.{loss}|])] partial class CatNet {{ static Node Define([Shape(4)] Node x) => {end}; }}",
            $"NETGEN0060: the loss of CatNet is {term}, but Define ends in {found}: {advice}");

    [Fact]
    public Task A_number_that_the_loss_of_Define_does_not_have_is_reported_where_it_is_said() => AnalyzerHarness.Reports(
        DeclarationRules.UnusedLossParameter,
        "using NetGen; [Network(Gamma = [|2.0|])] partial class CatNet { static Node Define([Shape(4)] Node x) => x.Dense(1).Exponential(); }",
        "NETGEN0015: Gamma is said, but the loss of CatNet is Poisson loss, which has none: Gamma is for Loss.Focal; say that loss, or remove it");
}
