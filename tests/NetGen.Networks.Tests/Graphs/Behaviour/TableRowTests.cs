namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>A step touches the rows of a table that its batch uses, and no others.</summary>
public class TableRowTests
{
    [Fact]
    public void ARowUsedTwiceGetsTheExactSumAndOthersZero()
    {
        var network = new RowsNet();
        double[] parameters = [.. Enumerable.Range(0, RowsNet.ParameterCount).Select(static i => i / 4.0)];
        network.SetParameters(parameters);
        double[] x = [7, 2, 7, 4], y = [.. Enumerable.Range(0, 12).Select(static i => i / 2.0)];
        double[] gradients = [.. Enumerable.Repeat(99.0, parameters.Length)], expected = new double[parameters.Length];
        for (int i = 0; i < y.Length; i++)
        {
            int at = (int)x[i / 3] * 3 + i % 3;
            expected[at] += (parameters[at] - y[i]) / 4;
        }

        network.ComputeGradients(x, y, gradients);
        Assert.Equal(expected, gradients);
        network.TrainStep(x, y, learningRate: 0.5);
        Assert.Equal(parameters.Zip(expected, static (value, gradient) => value - 0.5 * gradient), network.Parameters.ToArray());
    }

    [Fact]
    public void RowsOutsideTheBatchKeepTheirBitsWithEveryOptimizer()
    {
        Check(new GradientDescent<float>(0.1));
        Check(new Momentum<float>(0.1));
        Check(new Adam<float>(0.1));
    }

    private static void Check<TOptimizer>(TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<float>
    {
        // The batch uses classes 0 to 8 of 50.
        const int Used = 9;
        var network = new TableNet();
        network.Initialize(seed: 2);
        var batch = new GraphBatch<float>(TableNet.Description, examples: 200);
        float[][] before = Rows();
        for (int step = 0; step < 4; step++)
        {
            network.TrainStep(batch.X, batch.Y, ref optimizer, threads: step);
        }

        Assert.All(Rows(), (row, index) => Assert.Equal(index >= Used, row.AsSpan().SequenceEqual(before[index])));

        float[][] Rows() => [.. network.table_W.AsSpan().ToArray().Chunk(network.table_W.Columns)];
    }
}
