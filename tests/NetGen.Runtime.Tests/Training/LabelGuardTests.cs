using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

/// <summary>What labels each loss is defined for. Rows are so many that whole vectors and what is left over are looked at.</summary>
public class LabelGuardTests
{
    [Theory]
    [InlineData(-1.0, "use 0 and 1 instead of -1 and 1")]
    [InlineData(2.0, "use 0 and 1, or, for more than two classes, a network with an output for each and class indices")]
    [InlineData(1.5, "use 0 and 1, or a probability between them")]
    [InlineData(-1e-30, "use 0 and 1, or a probability between them")]
    [InlineData(double.NaN, "repair it, or leave the example out")]
    [InlineData(double.PositiveInfinity, "repair it, or leave the example out")]
    public void Binary_cross_entropy_takes_labels_from_0_to_1(double label, string remedy)
    {
        for (int place = 0; place < 37; place++)
        {
            double[] y = [.. Enumerable.Range(0, 37).Select(i => i % 3 / 2.0)];
            float[] single = [.. y.Select(value => (float)value)];
            LabelGuard.Check<double>(y, Loss.BinaryCrossEntropy, 1, "Net");
            LabelGuard.Check<float>(single, Loss.BinaryCrossEntropy, 1, "Net");
            y[place] = label;
            single[place] = (float)label;
            string message = Refused(y, Loss.BinaryCrossEntropy, 1);
            Assert.Equal(
                message.Replace("1E-30", "", StringComparison.Ordinal),
                Refused(single, Loss.BinaryCrossEntropy, 1).Replace("1E-30", "", StringComparison.Ordinal));
            Assert.StartsWith("y holds the label ", message);
            Assert.Contains(
                FormattableString.Invariant($" in row {place}, column 0, but the binary cross-entropy of Net takes labels from 0 to 1: {remedy}."),
                message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, -1.0, "use 0 and 1 instead of -1 and 1")]
    [InlineData(1, 0.5, "use 0 and 1, or, for more than two classes, a network with an output for each and class indices")]
    [InlineData(3, 2.0, "pass class indices 0..2 as int, or one-hot rows (soft labels are shares of 1)")]
    [InlineData(1, double.NaN, "repair it, or leave the example out")]
    public void Hinge_loss_takes_labels_that_are_0_or_1(int outputs, double label, string remedy)
    {
        double[] y = [.. Enumerable.Range(0, 12 * outputs).Select(i => outputs == 1 ? i % 2 : i % outputs == i / outputs % outputs ? 1.0 : 0.0)];
        LabelGuard.Check<double>(y, Loss.Hinge, outputs, "Net");
        y[7] = label;
        Assert.EndsWith(
            FormattableString.Invariant($" in row {7 / outputs}, column {7 % outputs}, but the hinge loss of Net takes labels that are 0 or 1: {remedy}. ")
                + "(Parameter 'y')",
            Refused(y, Loss.Hinge, outputs));
    }

    [Fact]
    public void Hinge_loss_of_several_outputs_takes_one_hot_rows() => Assert.StartsWith(
        "y holds labels in row 1 that sum to 2, but the hinge loss of Net takes rows that sum to 1",
        Refused([1, 0, 0, 1, 1, 0], Loss.Hinge, 3));

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Poisson_loss_takes_labels_that_are_finite_and_not_negative(double label)
    {
        double[] y = [.. Enumerable.Range(0, 19).Select(static i => i * 1e10)];
        LabelGuard.Check<double>([.. y, double.MaxValue], Loss.Poisson, 1, "Net");
        y[5] = label;
        Assert.EndsWith(
            "in row 5, column 0, but the Poisson loss of Net takes labels that are finite and not negative: repair it, or leave the example out. "
                + "(Parameter 'y')",
            Refused(y, Loss.Poisson, 1));
    }

    [Fact]
    public void Focal_loss_takes_the_labels_of_the_cross_entropy_that_it_is_made_of()
    {
        LabelGuard.Check<double>([1, 1, 0.5, 0], Loss.Focal, 2, "Net");
        LabelGuard.Check<double>([1, 0, 0.5, 0.5], Loss.Focal, 2, "Net", areRows: true);
        Assert.Contains("but the focal loss of Net takes labels from 0 to 1", Refused([2, 0], Loss.Focal, 2), StringComparison.Ordinal);
        Assert.Contains(
            "y holds labels in row 0 that sum to 2, but the focal loss of Net takes rows that sum to 1",
            Assert.Throws<ArgumentException>(() => LabelGuard.Check<double>([1, 1], Loss.Focal, 2, "Net", areRows: true)).Message,
            StringComparison.Ordinal);
        Assert.Contains("but the cost of Net is defined for finite labels only", Refused([double.NaN], Loss.Huber, 1), StringComparison.Ordinal);
        Assert.Contains("but the cost of Net is defined for finite labels only", Refused([double.NaN], Loss.Quantile, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(67)]
    public void Cross_entropy_takes_rows_of_shares_of_1(int outputs)
    {
        const int Rows = 11;
        string remedy = FormattableString.Invariant($": pass class indices 0..{outputs - 1} as int, or one-hot rows (soft labels are shares of 1).");
        float[] oneHot = new float[Rows * outputs], soft = new float[Rows * outputs];
        var random = new Random(7);
        for (int row = 0; row < Rows; row++)
        {
            oneHot[(row * outputs) + random.Next(outputs)] = 1f;
            double[] shares = [.. Enumerable.Range(0, outputs).Select(_ => random.NextDouble())];
            for (int i = 0; i < outputs; i++)
            {
                soft[(row * outputs) + i] = (float)(shares[i] / shares.Sum());
            }
        }

        LabelGuard.Check<float>(oneHot, Loss.CrossEntropy, outputs, "Net");
        LabelGuard.Check<float>(soft, Loss.CrossEntropy, outputs, "Net");
        for (int row = 0; row < Rows; row++)
        {
            float[] wrong = [.. oneHot];
            wrong.AsSpan(row * outputs, outputs).Clear();
            Assert.StartsWith(
                FormattableString.Invariant($"y holds labels in row {row} that sum to 0, but the cross-entropy of Net takes rows that sum to 1{remedy}"),
                Refused(wrong, Loss.CrossEntropy, outputs));
            wrong[row * outputs] = 1f;
            wrong[(row * outputs) + 1] = 1f;
            Assert.StartsWith(FormattableString.Invariant($"y holds labels in row {row} that sum to 2"), Refused(wrong, Loss.CrossEntropy, outputs));
            wrong[(row * outputs) + 1] = -1f;
            Assert.StartsWith(
                FormattableString.Invariant(
                    $"y holds the label -1 in row {row}, column 1, but the cross-entropy of Net takes rows of labels from 0 to 1 that sum to 1{remedy}"),
                Refused(wrong, Loss.CrossEntropy, outputs));
            wrong[(row * outputs) + 1] = float.NaN;
            Assert.Contains("holds the label NaN", Refused(wrong, Loss.CrossEntropy, outputs), StringComparison.Ordinal);
            Assert.Contains("repair it", Refused(wrong, Loss.CrossEntropy, outputs), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Shares_may_be_rounded_to_the_shortest_type_that_files_hold()
    {
        double[] shares = [.. Enumerable.Range(0, 4).SelectMany(_ => new[] { 0.1, 0.2, 0.3, 0.15, 0.25 }).Select(share => (double)(Half)share)];
        LabelGuard.Check<double>(shares, Loss.CrossEntropy, 5, "Net");
        shares[7] += 0.001;
        Assert.Contains("in row 1 that sum to 1.001", Refused(shares, Loss.CrossEntropy, 5), StringComparison.Ordinal);
        Refused([0.33, 0.33, 0.33], Loss.CrossEntropy, 3);
    }

    [Fact]
    public void Many_shares_in_single_precision_are_summed_without_the_rounding_of_single_precision()
    {
        float[] shares = new float[1_000_003];
        Array.Fill(shares, 1f / shares.Length);
        LabelGuard.Check<float>(shares, Loss.CrossEntropy, shares.Length, "Net");
    }

    [Theory]
    [InlineData(Loss.SquaredError)]
    [InlineData(Loss.AbsoluteError)]
    public void Errors_take_any_finite_labels(Loss loss)
    {
        double[] y = [.. Enumerable.Range(0, 38).Select(i => (i - 20) * 1e300)];
        LabelGuard.Check<double>(y, loss, 2, "Net");
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            y[37] = value;
            Assert.Contains("in row 18, column 1, but the cost of Net is defined for finite labels only", Refused(y, loss, 2), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fit_refuses_labels_of_training_and_validation_sets_before_the_first_step()
    {
        Dataset<double> good = Dataset<double>.FromRows(new double[4], 2, [0, 1], 1), bad = Dataset<double>.FromRows(new double[4], 2, [1, -1], 1);
        var network = new LogisticNet();
        Assert.StartsWith(
            "train holds the label -1 in row 1, column 0, but the binary cross-entropy of LogisticNet",
            Assert.Throws<ArgumentException>("train", () => Trainer.Fit<LogisticNet, double>(network, bad)).Message);
        Assert.StartsWith(
            "Validation holds the label -1 in row 1",
            Assert.Throws<ArgumentException>("Validation", () => Trainer.Fit<LogisticNet, double>(network, good, new() { Validation = bad })).Message);
        Assert.Equal(0, network.PlainSteps + network.CostSteps);
    }

    [Fact]
    public void Labels_that_look_like_class_numbers_name_the_overload_that_takes_them()
    {
        NdArray x = NdArray.Create<double>([1, 2, 3, 4, 5, 6], 3, 2), classes = NdArray.Create<byte>([0, 2, 1], 3);
        Assert.StartsWith(
            "train has examples of 1 label value, but SoftmaxNet gives 3 outputs an example: "
            + "the labels look like class indices, so make the set with the overload that takes a classCount, here 3.",
            Misfit(Dataset<double>.FromArrays(x, classes)));
        Assert.EndsWith("but SoftmaxNet gives 3 outputs an example.", Misfit(Dataset<double>.FromRows(new double[2], 2, [0.5], 1)));
        Assert.EndsWith("but SoftmaxNet gives 3 outputs an example.", Misfit(Dataset<double>.FromRows(new double[2], 2, [3.0], 1)));
        Assert.EndsWith(
            "gives 3 outputs an example: a classCount of 3 makes a label value for each output.",
            Misfit(Dataset<double>.FromRows(new double[2], 2, [1], 2)));
        Assert.Contains(
            "for two classes and one output make the set with a classCount of 1",
            Assert.Throws<ArgumentException>(
                () => Trainer.Fit<LogisticNet, double>(new LogisticNet(), Dataset<double>.FromRows(new double[2], 2, [1], 2))).Message,
            StringComparison.Ordinal);

        static string Misfit(Dataset<double> data) =>
            Assert.Throws<ArgumentException>("train", () => Trainer.Fit<SoftmaxNet, double>(new SoftmaxNet(), data)).Message.Split(" (Parameter", 2)[0];
    }

    private static string Refused(double[] y, Loss loss, int outputs) =>
        Assert.Throws<ArgumentException>(nameof(y), () => LabelGuard.Check<double>(y, loss, outputs, "Net")).Message;

    private static string Refused(float[] y, Loss loss, int outputs) =>
        Assert.Throws<ArgumentException>(nameof(y), () => LabelGuard.Check<float>(y, loss, outputs, "Net")).Message;
}
