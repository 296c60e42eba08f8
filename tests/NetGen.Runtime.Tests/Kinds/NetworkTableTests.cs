namespace NetGen.Runtime.Tests.Kinds;

/// <summary>A network prints as a table.</summary>
public sealed class NetworkTableTests
{
    [Fact]
    public void A_stack_shows_neither_names_nor_sources()
    {
        var network = new NetworkDescription(
            "DigitNet",
            [new DenseDescription(784, 128, Activation.Relu), new DenseDescription(128, 10, Activation.Softmax)],
            Loss.CrossEntropy,
            Initializer.He);
        Assert.Equal(
            """
            DigitNet: 784 inputs, cross-entropy
               kind            output  parameters
            1  dense, ReLU        128     100,480
            2  dense, softmax      10       1,290
            101,770 parameters: 101,770 trainable
            """.ReplaceLineEndings("\n"),
            network.ToString());
    }

    [Theory]
    [InlineData(Loss.Focal, "Net: 2 inputs, focal loss (gamma 1.5, label smoothing 0.1)")]
    [InlineData(Loss.CrossEntropy, "Net: 2 inputs, cross-entropy (label smoothing 0.1)")]
    public void The_numbers_of_the_loss_are_shown_where_it_has_them(Loss loss, string line)
    {
        var network = new NetworkDescription("Net", [new DenseDescription(2, 3, Activation.Softmax)], loss, Initializer.He)
        {
            Delta = 3,
            Gamma = 1.5,
            LabelSmoothing = 0.1,
        };
        Assert.Equal(line, network.ToString().Split('\n')[0]);
        Assert.Equal(line.Split(" (")[0], (network with { Gamma = 2, LabelSmoothing = 0 }).ToString().Split('\n')[0]);
    }

    [Fact]
    public void A_graph_shows_names_sources_and_what_is_not_trained() => Assert.Equal(
        """
        EveryKindNet: 5 inputs, cross-entropy
            name     kind               output  sources  parameters
         1           columns                 3
         2  scaled   standardize             3                    6
         3           columns                 1  input
         4  country  embed                   2                    8
         5           columns                 1  input
         6           onehot                  3
         7           concat                  8  2, 4, 6
         8  stem     dense                   6                   48
         9  norm     batchnorm, tanh         6                   24
        10           dropout                 6
        11           dense, SiLU             6                   42
        12           sum, leaky ReLU         6  10, 11
        13           layernorm, GELU         6                   12
        14           batchnorm, frozen       6                   24
        15           dense, softmax          3                   21
        185 parameters: 143 trainable, 12 frozen, 30 statistics
        """.ReplaceLineEndings("\n"),
        EveryKindNet<float>.Description.ToString());
}
