using System.Globalization;

namespace NetGen.Samples.Tests;

/// <summary>The numbers that the sample prints, against formulas written out here, number by number.</summary>
public sealed class StepByStepTests
{
    // Numbers are printed with six decimals.
    private const double HalfADigit = 0.5000001e-6;

    // What numpy.random.seed(1) and randn(6) draw.
    private static readonly double[] Normal = [1.62434536366324, -0.611756413650076, -0.528171752263, -1.07296862215617, 0.865407629324678, -2.30153869687688];

    [Fact]
    public async Task A_logistic_unit_goes_forward_and_backward_as_by_hand_and_so_does_its_network()
    {
        SampleOutcome outcome = await SampleProcess.Run("StepByStep");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("The generated code computes the same numbers.", outcome.Lines[^1]);
        double a = 1 / (1 + Math.Exp(-0.1)), dz = a - 1;
        string[] forward = Part(outcome, "One logistic unit, forward:");
        ShouldEnd(forward[0], 0.1);
        ShouldEnd(forward[1], a);
        ShouldEnd(forward[2], -Math.Log(a));
        string[] backward = Part(outcome, "One logistic unit, backward:");
        ShouldEnd(backward[0], -1 / a);
        ShouldEnd(backward[1].Replace(", which is a - y", "", StringComparison.Ordinal), dz);
        ShouldEnd(backward[2], dz);
        ShouldEnd(backward[3], 2 * dz);
        ShouldEnd(backward[4], dz);
        string[] step = Part(outcome, "One logistic unit, a step of gradient descent at rate 0.5:");
        ShouldEnd(step[0], 0.5 - (0.5 * dz));
        ShouldEnd(step[1], -0.25 - dz);
        ShouldEnd(step[2], 0.1 - (0.5 * dz));
        string[] network = Part(outcome, "One logistic unit, the generated network:");
        ShouldHold(network[0], 0.1, a, -Math.Log(a));
        ShouldHold(network[1], dz, 2 * dz, dz);
        ShouldHold(network[2], 0.5 - (0.5 * dz), -0.25 - dz, 0.1 - (0.5 * dz));
    }

    [Fact]
    public async Task Two_layers_go_forward_and_backward_as_by_hand_and_so_does_their_network()
    {
        SampleOutcome outcome = await SampleProcess.Run("StepByStep");

        double[] w = [.. Normal.Select(value => value / Math.Sqrt(2))];
        double[,] x = { { 0.5, -1 }, { 1.5, 0.25 } };
        double[] y = [1, 0];
        double[] z1 = new double[4], a1 = new double[4], z2 = new double[2], a2 = new double[2], dz2 = new double[2], da1 = new double[4], dz1 = new double[4];
        double[] dw1 = new double[4], db1 = new double[2], dw2 = new double[2];
        double cost = 0, db2 = 0;
        for (int example = 0; example < 2; example++)
        {
            for (int unit = 0; unit < 2; unit++)
            {
                int place = (2 * example) + unit;
                z1[place] = (w[2 * unit] * x[example, 0]) + (w[(2 * unit) + 1] * x[example, 1]);
                a1[place] = Math.Tanh(z1[place]);
                z2[example] += w[4 + unit] * a1[place];
            }

            a2[example] = 1 / (1 + Math.Exp(-z2[example]));
            cost -= Math.Log(y[example] == 1 ? a2[example] : 1 - a2[example]) / 2;
            dz2[example] = a2[example] - y[example];
            db2 += dz2[example] / 2;
            for (int unit = 0; unit < 2; unit++)
            {
                int place = (2 * example) + unit;
                dw2[unit] += dz2[example] * a1[place] / 2;
                da1[place] = dz2[example] * w[4 + unit];
                dz1[place] = da1[place] * (1 - (a1[place] * a1[place]));
                db1[unit] += dz1[place] / 2;
                dw1[2 * unit] += dz1[place] * x[example, 0] / 2;
                dw1[(2 * unit) + 1] += dz1[place] * x[example, 1] / 2;
            }
        }

        double[] gradients = [.. dw1, .. db1, .. dw2, db2];
        double[] parameters = [.. w[..4], 0, 0, .. w[4..], 0];
        double[] updated = [.. parameters.Zip(gradients, (parameter, gradient) => parameter - (0.5 * gradient))];

        string[] forward = Part(outcome, "Two layers, forward:");
        ShouldHold(forward[1], parameters);
        ShouldHold(forward[2], z1);
        ShouldEnd(forward[3], z1[0]);
        ShouldHold(forward[4], a1);
        ShouldHold(forward[5], z2);
        ShouldHold(forward[6], a2);
        ShouldEnd(forward[7], cost);
        string[] backward = Part(outcome, "Two layers, backward:");
        ShouldHold(backward[0], -1 / a2[0], 1 / (1 - a2[1]));
        ShouldHold(backward[1], dz2);
        ShouldHold(backward[2], [.. dw2, db2]);
        ShouldEnd(backward[3], dw2[0]);
        ShouldHold(backward[4], da1);
        ShouldHold(backward[5], dz1);
        ShouldHold(backward[6], [.. dw1, .. db1]);
        string[] step = Part(outcome, "Two layers, a step of gradient descent at rate 0.5:");
        ShouldHold(step[0], updated[..6]);
        ShouldHold(step[1], updated[6..]);
        string[] network = Part(outcome, "Two layers, the generated network:");
        ShouldHold(network[0], [.. a2, cost]);
        ShouldHold(network[1], gradients);
        ShouldHold(network[2], updated);
    }

    [Fact]
    public async Task Another_seed_draws_other_weights_and_the_network_agrees_again()
    {
        SampleOutcome outcome = await SampleProcess.Run("StepByStep", "--seed", "3");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("1.148586", Part(outcome, "Two layers, forward:")[1], StringComparison.Ordinal);
        Assert.Equal("The generated code computes the same numbers.", outcome.Lines[^1]);
    }

    /// <summary>The lines below a heading.</summary>
    private static string[] Part(SampleOutcome outcome, string heading) =>
        [.. outcome.Lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))];

    /// <summary>The last number of a line.</summary>
    private static void ShouldEnd(string line, double expected) => Assert.Equal(expected, Number(line.Split(' ')[^1]), HalfADigit);

    /// <summary>All numbers of a line that have six decimals, in order.</summary>
    private static void ShouldHold(string line, params double[] expected)
    {
        double[] found = [.. line.Split(' ', '[', ']', ';', ',').Where(word => word.Length > 7 && word[^7] == '.').Select(Number)];
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, HalfADigit));
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
