using NetGen.Networks.Tests.Cases;

namespace NetGen.Networks.Tests.Reference;

/// <summary>The reference is checked by itself: its gradients against differences of its own cost.</summary>
public class ReferenceNetworkTests
{
    public static TheoryData<Activation, Activation, Loss> Combinations()
    {
        var data = new TheoryData<Activation, Activation, Loss>();
        foreach ((Activation hidden, Activation output, Loss loss) in Architectures.Combinations)
        {
            data.Add(hidden, output, loss);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void GradientsAreTheDerivativesOfTheCost(Activation hidden, Activation output, Loss loss)
    {
        var declaration = new Declaration(3, 5, 4, 3) { Hidden = hidden, Output = output, Loss = loss, Slope = 0.2 };
        var data = new NetworkCase(declaration, 7, 42).Draw<double>(kinkMargin: 1e-3);
        ReferenceNetwork reference = data.Reference;
        double[] analytic = reference.Gradients(reference.Forward(data.ReferenceX), data.ReferenceY).Values;

        double ratio = CentralDifferences.Ratio(reference.Parameters, [.. Enumerable.Range(0, analytic.Length)], analytic, parameters =>
        {
            var moved = new ReferenceNetwork(reference.Description, parameters);
            return moved.Cost(moved.Forward(data.ReferenceX), data.ReferenceY).Values[0];
        });

        Assert.True(ratio < 1e-8, $"ratio {ratio}");
    }

    [Fact]
    public void CostStaysFiniteAndExactForLogitsOfAnySize()
    {
        var declaration = Declaration.Classifier(1, 1);
        var reference = new ReferenceNetwork(declaration.Describe("Net"), [1, 0]);
        ReferencePass pass = reference.Forward([1000, -1000, 1e-20]);

        Assert.Equal([0], reference.Cost(reference.Forward([1000]), [1]).Values);
        Assert.Equal((1000 + 1000 + Math.Log(2)) / 3, reference.Cost(pass, [0, 1, 0]).Values[0], 1e-12);
    }

    [Fact]
    public void AnErrorBeyondTheToleranceIsFound()
    {
        var expected = new Measured(2);
        expected.Set(0, 1, 3, 0);
        expected.Set(1, -1, 4, 9);

        Agreement.Check<float>("values", [1 + 2e-5f, -1 + 4e-5f], expected, Agreement.Matrix(1));
        var failure = Assert.ThrowsAny<Exception>(() => Agreement.Check<float>("values", [1 + 2e-5f, -1 + 6e-5f], expected, Agreement.Matrix(1)));
        Assert.StartsWith("values: 1 of 2 values are off, worst [example 1, unit 0]", failure.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => Agreement.Check<double>("values", [double.NaN, -1], expected, Agreement.Matrix(1)));
    }
}
