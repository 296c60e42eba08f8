namespace NetGen.Runtime.Tests.Training;

public class ForwardPassTests
{
    private static readonly NetworkDescription Description =
        new("Net", [new LayerDescription(2, 3, Activation.Relu), new LayerDescription(3, 1, Activation.Sigmoid)], Loss.BinaryCrossEntropy, Initializer.He);

    [Fact]
    public void Layers_are_numbered_as_in_the_notes_with_the_input_as_layer_0()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        var pass = new ForwardPass<double>(Description, x);
        Assert.Equal(4, pass.Count);
        Assert.Equal([0, 12, 4], pass.Z.Select(z => z.Length));
        Assert.Equal([8, 12, 4], pass.A.Select(a => a.Length));
        Assert.Equal(x, pass.A[0]);
        Assert.NotSame(x, pass.A[0]);
        Assert.Same(pass.A[2], pass.Output);
    }

    [Fact]
    public void A_part_of_an_example_is_refused() => Assert.Throws<ArgumentException>("x", () => new ForwardPass<double>(Description, [1.0]));
}
