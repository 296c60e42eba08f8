namespace NetGen.Analyzers.Tests.Mistakes;

/// <summary>NETGEN0211: an optimizer that is not passed by reference.</summary>
public sealed class OptimizerByRefTests
{
    [Theory]
    [InlineData("net.TrainStep(x, y, [|adam|]);", "write ref adam")]
    [InlineData("net.TrainStep(x, y, [|in adam|]);", "write ref adam")]
    [InlineData("net.TrainStep(x, y, [|out adam|]);", "write ref adam")]
    [InlineData("net.TrainStep(x, y, [|descent|]);", "write ref descent")]
    [InlineData("net.TrainStep(x, y, [|descent|], 2);", "write ref descent")]
    [InlineData("net.TrainStep(x, y, [|adam|], threads: 2);", "write ref adam")]
    [InlineData("net.TrainStep(x, y, optimizer: [|adam|]);", "write ref adam")]
    [InlineData("net.TrainStep<Adam<float>>(x, y, [|adam|]);", "write ref adam")]
    [InlineData("iris.TrainStep(x, classes, [|adam|]);", "write ref adam")]
    [InlineData("var momentum = new Momentum<float>(0.1); net.TrainStep(x, y, [|momentum|]);", "write ref momentum")]
    [InlineData("var all = new[] { adam }; net.TrainStep(x, y, [|all[0]|]);", "write ref optimizer")]
    [InlineData("net.TrainStep(x, y, [|new Adam<float>()|]);", "put the Adam<float> into a variable and write ref before it")]
    [InlineData("Adam<float> Make() => new(); net.TrainStep(x, y, [|Make()|]);", "put the Adam<float> into a variable and write ref before it")]
    [InlineData("net.TrainStep(x, y, [|given|]);", "given is readonly, so keep the Adam<float> in a variable and write ref before it")]
    [InlineData(
        "foreach (var each in new[] { adam }) net.TrainStep(x, y, [|each|]);",
        "each is readonly, so keep the Adam<float> in a variable and write ref before it")]
    public Task A_step_takes_its_optimizer_by_ref(string statements, string advice) =>
        MistakeHarness.Refused(statements, $"0211: TrainStep takes its optimizer by ref, for a step changes the optimizer's state: {advice}");

    [Theory]
    [InlineData("net.TrainStepWithCost(x, y, [|adam|]);", "write ref adam")]
    [InlineData("iris.TrainStepWithCost(x, classes, [|adam|]);", "write ref adam")]
    [InlineData(
        "net.TrainStepWithCost(x, y, [|0.1|]);",
        "put an optimizer of that learning rate, new GradientDescent<float>(0.1), into a variable and write ref before it")]
    public Task A_step_with_cost_takes_an_optimizer_by_ref(string statements, string advice) =>
        MistakeHarness.Refused(statements, $"0211: TrainStepWithCost takes its optimizer by ref, for a step changes the optimizer's state: {advice}");

    [Fact]
    public Task Gradients_are_applied_with_an_optimizer_by_ref() => MistakeHarness.Refused(
        "net.ApplyGradients(x, [|adam|]);", "0211: ApplyGradients takes its optimizer by ref, for a step changes the optimizer's state: write ref adam");

    [Theory]
    [InlineData("Adam<float> adam; void Step(Net net, float[] x) => net.TrainStep(x, x, [|adam|]);", "write ref adam")]
    [InlineData("Adam<float> adam; void Step(Net net, float[] x) => net.TrainStep(x, x, [|this.adam|]);", "write ref this.adam")]
    [InlineData(
        "readonly Adam<float> adam; void Step(Net net, float[] x) => net.TrainStep(x, x, [|adam|]);",
        "adam is readonly, so keep the Adam<float> in a variable and write ref before it")]
    [InlineData("readonly Adam<float> adam; Case(Net net, float[] x) => net.TrainStep(x, x, [|adam|]);", "write ref adam")]
    [InlineData(
        "Adam<float> Adam { get; set; } void Step(Net net, float[] x) => net.TrainStep(x, x, [|Adam|]);",
        "Adam is a property, so keep the Adam<float> in a variable and write ref before it")]
    [InlineData("void Step<T>(Net net, float[] x, T mine) where T : struct, IOptimizer<float> => net.TrainStep(x, x, [|mine|]);", "write ref mine")]
    public Task What_holds_the_optimizer_decides_what_to_write(string members, string advice) => ShapeHarness.Reports(
        ShapeHarness.WrapMembers(members), isRefused: true, $"0211: TrainStep takes its optimizer by ref, for a step changes the optimizer's state: {advice}");

    [Theory]
    [InlineData("net.TrainStep(x, y, ref adam); net.TrainStepWithCost(x, y, ref adam); net.TrainStep(x, y, 0.1); net.TrainStep(x, y, 0.1, 2);")]
    [InlineData("net.Fit(data, adam); net.Fit(data, adam, options); net.Fit(data, new Adam<float>());")]
    public Task Right_calls_are_passed_over(string statements) => MistakeHarness.Accepted(statements);
}
