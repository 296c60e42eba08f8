namespace NetGen.Runtime.Tests.Training;

public class ForwardPassTests
{
    private static readonly NetworkDescription Description =
        new("Net", [new DenseDescription(2, 3, Activation.Relu), new DenseDescription(3, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.He);

    private static readonly double[] Parameters = [1, 0, 0, 1, -1, -1, 0.5, 0, 0, 1, -1, 2, 0.25];

    [Fact]
    public void Layers_are_numbered_as_in_the_notes_with_the_input_as_layer_0()
    {
        double[] x = [1, 2, 3, -4];
        ForwardPass<double> pass = ForwardPass<double>.Compute(Description, Parameters, x);
        Assert.Equal(2, pass.Count);
        Assert.Empty(pass.Z[0]);
        Assert.Equal(x, pass.A[0]);
        Assert.NotSame(x, pass.A[0]);
        Assert.Equal([1.5, 2.0, -3.0, 3.5, -4.0, 1.0], pass.Z[1]);
        Assert.Equal([1.5, 2.0, 0.0, 3.5, 0.0, 1.0], pass.A[1]);
        Assert.Equal([-0.25, 5.75], pass.Z[2]);
        Assert.Equal([1.0 / (1.0 + Math.Exp(0.25)), 1.0 / (1.0 + Math.Exp(-5.75))], pass.A[2]);
        Assert.Same(pass.A[2], pass.Output);
    }

    [Fact]
    public void A_part_of_an_example_and_parameters_of_another_network_are_refused()
    {
        Assert.Throws<ArgumentException>("x", () => ForwardPass<double>.Compute(Description, Parameters, [1.0]));
        Assert.Throws<ArgumentException>("parameters", () => ForwardPass<double>.Compute(Description, [1.0], [1.0, 2.0]));
    }

    [Fact]
    public void No_network_is_refused() =>
        Assert.Throws<ArgumentNullException>("description", () => ForwardPass<double>.Compute(null!, Parameters, [1.0, 2.0]));

    [Fact]
    public void No_example_is_a_pass_of_none()
    {
        ForwardPass<double> pass = ForwardPass<double>.Compute(Description, Parameters, []);
        Assert.Equal((0, 3), (pass.Count, pass.A.Length));
        Assert.Empty(pass.Output);
    }
}
