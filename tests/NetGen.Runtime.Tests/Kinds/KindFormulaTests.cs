using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>Each kind computes what its formula says, worked out by hand or written anew here.</summary>
public sealed class KindFormulaTests
{
    private static readonly double[] Rows = [1, 4, 3, 0, 5, 8];

    [Fact]
    public void Dense_without_biases_is_a_product() =>
        Assert.Equal([9.0, 3.0, 21.0], Run(new DenseDescription(2, 1, Activation.Linear) { HasBias = false }, [1, 2], Rows).Output);

    [Fact]
    public void A_sum_adds_all_sources_before_its_activation()
    {
        ForwardPass<double> pass = Run([1, 0, 0, 0, 0, 0], Rows,
            new DenseDescription(2, 2, Activation.Linear), new SumDescription(2, Activation.Relu) { Sources = [0, 1, 1] });
        Assert.Equal([1.0 + 1 + 1, 4, 9, 0, 15, 8], pass.Z[2]);
        Assert.Equal([0.0, 2.0], Run(new SumDescription(2, Activation.Relu), [], [-1.0, 2.0]).Output);
    }

    [Fact]
    public void Concat_lays_sources_side_by_side_and_columns_take_them_apart()
    {
        ForwardPass<double> pass = Run([], [1, 2, 3, 4, 5, 6],
            new ColumnsDescription(3, 1, 2),
            new ColumnsDescription(3, 0, 1) { Sources = [0] },
            new ConcatDescription([2, 3, 1]) { Sources = [1, 0, 2] });
        Assert.Equal([2.0, 3, 1, 2, 3, 1, 5, 6, 4, 5, 6, 4], pass.Output);
        Assert.Equal(pass.Output, pass.Z[3]);
    }

    [Fact]
    public void Dropout_predicts_what_comes_in_and_drops_in_training()
    {
        var dropout = new DropoutDescription(2, 0.5);
        Assert.Equal(Rows, Run(dropout, [], Rows).Output);
        double[] a = Run([], Rows, new TrainingMode(3, 9), dropout).Output;
        for (int place = 0; place < Rows.Length; place++)
        {
            bool keeps = DropoutMask.Keeps(3, 9, layer: 1, place / 2, place % 2, DropoutMask.Threshold(0.5));
            Assert.Equal(keeps ? 2 * Rows[place] : 0.0, a[place]);
        }

        Assert.Contains(0.0, a.Where((_, place) => Rows[place] != 0));
        Assert.Equal(Rows, Run([], Rows, new TrainingMode(3, 9), new DropoutDescription(2, 0)).Output);
    }

    [Fact]
    public void Batch_normalization_takes_the_statistics_of_the_batch_in_training_alone()
    {
        // Columns 1, 3, 5 and 4, 0, 8: means 3 and 4, variances 8/3 and 32/3.
        var norm = new BatchNormDescription(2) { Epsilon = 1e-2 };
        double[] parameters = [2, 3, 0.5, -1, 1, 2, 4, 9];
        double[] trained = Run(parameters, Rows, new TrainingMode(0, 0), norm).Output;
        double[] predicted = Run(norm, parameters, Rows).Output;
        double[] frozen = Run(parameters, Rows, new TrainingMode(0, 0), norm with { IsFrozen = true }).Output;
        for (int example = 0; example < 3; example++)
        {
            (double first, double second) = (Rows[2 * example], Rows[(2 * example) + 1]);
            Assert.Equal((2 * (first - 3) / Math.Sqrt((8.0 / 3) + 0.01)) + 0.5, trained[2 * example], 12);
            Assert.Equal((3 * (second - 4) / Math.Sqrt((32.0 / 3) + 0.01)) - 1, trained[(2 * example) + 1], 12);
            Assert.Equal((2 * (first - 1) / Math.Sqrt(4.01)) + 0.5, predicted[2 * example], 12);
            Assert.Equal((3 * (second - 2) / Math.Sqrt(9.01)) - 1, predicted[(2 * example) + 1], 12);
        }

        Assert.Equal(predicted, frozen);
    }

    [Fact]
    public void Layer_normalization_takes_the_statistics_of_each_example()
    {
        // Rows 1, 4, 3 and 0, 5, 8: means 8/3 and 13/3, variances 14/9 and 98/9.
        double[] a = Run(new LayerNormDescription(3, Activation.Relu) { Epsilon = 0.1 }, [1, 2, 3, 0.5, -0.5, 0], Rows).Output;
        for (int place = 0; place < 6; place++)
        {
            (double mean, double variance) = place < 3 ? (8.0 / 3, 14.0 / 9) : (13.0 / 3, 98.0 / 9);
            double z = ((place % 3 + 1) * (Rows[place] - mean) / Math.Sqrt(variance + 0.1)) + (place % 3) switch { 0 => 0.5, 1 => -0.5, _ => 0.0 };
            Assert.Equal(Math.Max(0.0, z), a[place], 12);
        }
    }

    [Fact]
    public void An_embedding_is_a_row_of_its_weights()
    {
        Assert.Equal([5.0, 6, 1, 2], Run(new EmbedDescription(3, 2), [1, 2, 3, 4, 5, 6], [2, 0]).Output);
        Assert.Equal(
            [5.0, 6, 3, 4, 3, 4, 3, 4, 3, 4],
            Run(new EmbedDescription(3, 2) { Unknown = 1 }, [1, 2, 3, 4, 5, 6], [2, 3, -1, 0.5, double.NaN]).Output);
    }

    [Fact]
    public void One_hot_is_one_at_the_index()
    {
        Assert.Equal([0.0, 0, 1, 1, 0, 0], Run(new OneHotDescription(3), [], [2, 0]).Output);
        Assert.Equal([0.0, 0, 1, 1, 0, 0], Run(new OneHotDescription(3) { Unknown = 0 }, [], [2, double.PositiveInfinity]).Output);
    }

    [Fact]
    public void Standardized_columns_are_shifted_and_scaled() =>
        Assert.Equal([0.0, 9, 4, 1, 8, 17], Run(new StandardizeDescription(2), [1, -0.5, 2, 2], Rows).Output);

    [Fact]
    public void Gradients_of_small_cases_are_those_worked_out_by_hand()
    {
        // J = the mean of A^2 / 2, with A = gamma x' + beta over the batch: dJ/dgamma = gamma * the mean of x'^2, dJ/dbeta = beta.
        double[] x = [1, 3], none = [0, 0];
        Slopes(new BatchNormDescription(1) { Epsilon = 1e-12 }, [2, 0.5, 0, 1], x, none, [2, 0.5, 0, 0]);

        // Of an example whose units are 1 and 3, x' is -1 and 1.
        Slopes(new LayerNormDescription(2) { Epsilon = 1e-12 }, [2, 3, 0.5, 1], x, none, [2 - 0.5, 3 + 1, 0.5 - 2, 1 + 3]);

        // Only rows that examples have: class 2 twice, class 0 once, of three examples.
        Slopes(new EmbedDescription(4, 1), [3, 5, 6, 7], [2, 0, 2], [0, 0, 0], [1, 0, 4, 0]);

        // A = w x + x, taken twice: dJ/dw = 2 x A, A = 2 (w x + b).
        NetworkDescription twice = Net(new DenseDescription(1, 1, Activation.Linear), new SumDescription(1) { Sources = [1, 1] });
        Slopes(twice, [3, 1], [2], [0], [2 * 2 * 14, 2 * 14]);
    }

    private static void Slopes(LayerDescription layer, double[] parameters, double[] x, double[] y, double[] expected) =>
        Slopes(Net(layer), parameters, x, y, expected);

    private static void Slopes(NetworkDescription network, double[] parameters, double[] x, double[] y, double[] expected)
    {
        var numeric = new NumericGradient(network, parameters, x, y, new TrainingMode(0, 0));
        for (int index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], numeric.Of(index, 1e-5)!.Value, 1e-8);
        }
    }

    private static ForwardPass<double> Run(LayerDescription layer, double[] parameters, double[] x) =>
        ForwardPass<double>.Compute(Net(layer), parameters, x);

    private static ForwardPass<double> Run(double[] parameters, double[] x, params LayerDescription[] layers) =>
        ForwardPass<double>.Compute(Net(layers), parameters, x);

    private static ForwardPass<double> Run(double[] parameters, double[] x, TrainingMode training, LayerDescription layer) =>
        ForwardPass<double>.Compute(Net(layer), parameters, x, training);

    private static NetworkDescription Net(params LayerDescription[] layers) => new("Net", [.. layers], Loss.SquaredError, Initializer.He);
}
