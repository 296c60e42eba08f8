using System.Collections.Immutable;

namespace NetGen.Runtime.Tests.Metrics;

public class PermutationImportanceTests
{
    [Fact]
    public void A_column_that_the_network_does_not_read_has_none()
    {
        (Training.LogisticNet network, Dataset<double> data) = FirstColumnDecides();
        ImmutableArray<FeatureImportance> importances = PermutationImportance.Measure(network, data, repeats: 10);
        Assert.Equal(["x0", "x1"], importances.Select(importance => importance.Group.Name));
        Assert.All(importances[1].Falls, fall => Assert.Equal(0.0, fall));
        Assert.Equal((0.0, 0.0), (importances[1].Mean, importances[1].StandardDeviation));

        // All were right; of a permuted column, about half are.
        Assert.InRange(importances[0].Mean, 0.4, 0.6);
        Assert.Equal(10, importances[0].Falls.Length);
        Assert.True(importances[0].StandardDeviation > 0.0);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_the_falls()
    {
        (Training.LogisticNet network, Dataset<double> data) = FirstColumnDecides();
        FeatureImportance importance = PermutationImportance.Measure(network, data, repeats: 4)[0];
        double mean = importance.Falls.Sum() / 4;
        Assert.Equal(mean, importance.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(importance.Falls.Sum(fall => Math.Pow(fall - mean, 2)) / 4), importance.StandardDeviation, 1e-15);
        Assert.Equal(0.0, PermutationImportance.Measure(network, data, repeats: 1)[0].StandardDeviation);
    }

    [Fact]
    public void A_fall_is_what_the_metric_loses_on_the_permuted_set()
    {
        // Four examples, of which each order gives another cost: it must be that of one of the orders of the column.
        var network = new Training.LogisticNet();
        network.SetParameters([1.0, 0.5, 0.0]);
        double[] x = [3.0, 1.0, -2.0, 2.0, 0.5, 3.0, -1.0, 4.0], y = [1.0, 0.0, 1.0, 0.0];
        Dataset<double> data = Dataset<double>.FromRows(x, 2, y, 1);
        double cost = network.Cost(x, y);
        List<double> possible = [];
        foreach (int[] order in Orders(4))
        {
            double[] permuted = [.. x];
            for (int i = 0; i < 4; i++)
            {
                permuted[2 * i] = x[2 * order[i]];
            }

            possible.Add(network.Cost(permuted, y) - cost);
        }

        ImmutableArray<double> falls = PermutationImportance.Measure(network, data, evaluation => -evaluation.Cost, repeats: 20)[0].Falls;
        Assert.All(falls, fall => Assert.Contains(possible, other => Math.Abs(other - fall) < 1e-12));
        Assert.True(falls.Distinct().Count() > 5);
    }

    [Fact]
    public void Columns_of_a_group_stay_together()
    {
        // The output depends on the sum of both columns, and the sum is the same in each example.
        var network = new Training.LogisticNet();
        network.SetParameters([1.0, 1.0, 0.0]);
        double[] x = [.. Enumerable.Range(0, 40).SelectMany(i => new double[] { i, 1 - i })];
        Dataset<double> data = Dataset<double>.FromRows(x, 2, [.. Enumerable.Repeat(1.0, 40)], 1);
        ImmutableArray<FeatureImportance> importances = PermutationImportance.Measure(
            network, data, groups: [new("both", 0, 1), FeatureGroup.Range("again", 0, 2), new("first", 0)]);
        Assert.Equal((0.0, 0.0), (importances[0].Mean, importances[1].Mean));
        Assert.True(importances[2].Mean > 0.2);
    }

    [Fact]
    public void The_same_seed_measures_the_same_whatever_else_is_measured()
    {
        (Training.LogisticNet network, Dataset<double> data) = FirstColumnDecides();
        ImmutableArray<double> falls = PermutationImportance.Measure(network, data, seed: 3)[0].Falls;
        Assert.Equal(falls, PermutationImportance.Measure(network, data, seed: 3)[0].Falls);
        Assert.Equal(falls, PermutationImportance.Measure(network, data, groups: [new("other", 1), new("x", 0)], seed: 3)[1].Falls);
        Assert.NotEqual(falls, PermutationImportance.Measure(network, data, seed: 4)[0].Falls);
    }

    [Fact]
    public void The_set_stays_as_it_was()
    {
        (Training.LogisticNet network, Dataset<double> data) = FirstColumnDecides();
        double[] x = data.X.ToArray(), y = data.Y.ToArray();
        PermutationImportance.Measure(network, data);
        Assert.Equal(x, data.X);
        Assert.Equal(y, data.Y);
    }

    [Fact]
    public void A_regression_is_measured_by_R2_and_any_metric_by_itself()
    {
        var network = new Training.LinearNet();
        network.SetParameters([1.0, -1.0, 0.0, 0.0]);
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        Dataset<double> data = Dataset<double>.FromRows(x, 1, [.. x.SelectMany(value => new[] { value, -value })], 2);
        FeatureImportance importance = PermutationImportance.Measure(network, data, repeats: 8)[0];
        Assert.True(importance.Mean > 0.5);
        Assert.Equal(importance.Falls, PermutationImportance.Measure(network, data, evaluation => evaluation.RSquared, repeats: 8)[0].Falls);
        Assert.All(
            PermutationImportance.Measure(network, data, evaluation => -evaluation.MeanAbsoluteError, repeats: 8)[0].Falls,
            fall => Assert.True(fall >= 0.0));
        Assert.True(double.IsNaN(PermutationImportance.Measure(network, data, evaluation => evaluation.RocAuc)[0].Mean));
    }

    [Fact]
    public void One_example_has_no_other_order() => Assert.Equal(
        0.0, PermutationImportance.Measure(FirstColumnDecides().Network, Dataset<double>.FromRows([1.0, 2.0], 2, [1.0], 1))[0].Mean);

    [Fact]
    public void Class_indices_stay_class_indices()
    {
        var network = new Kinds.EveryKindNet<float>();
        network.Initialize(1);
        float[] x = [.. Enumerable.Range(0, 12).SelectMany(i => new float[] { i, -i, i * 0.5f, i % 4, i % 3 })];
        Dataset<float> data = Dataset<float>.FromRows(x, 5, [.. Enumerable.Range(0, 12).Select(i => i % 3)], 3);
        FeatureGroup[] groups = [FeatureGroup.Range("numbers", 0, 3), new("country", 3), new("job", 4)];
        ImmutableArray<FeatureImportance> importances = PermutationImportance.Measure(network, data, evaluation => -evaluation.Cost, groups);
        Assert.Equal(["numbers (3 columns)", "country (1 column)", "job (1 column)"], importances.Select(importance => importance.Group.ToString()));
        Assert.All(importances, importance => Assert.True(double.IsFinite(importance.Mean) && importance.StandardDeviation > 0.0));
    }

    [Fact]
    public void It_says_name_mean_and_deviation()
    {
        Dataset<double> data = Dataset<double>.FromRows([1.0, 2.0], 2, [1.0], 1);
        Assert.Equal(
            "age: 0 +- 0", PermutationImportance.Measure(FirstColumnDecides().Network, data, groups: [new("age", 0)])[0].ToString());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        (Training.LogisticNet network, Dataset<double> data) = FirstColumnDecides();
        Assert.StartsWith(
            "repeats is 0, but must be at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>("repeats", () => PermutationImportance.Measure(network, data, repeats: 0)).Message);
        Assert.StartsWith(
            "groups is empty, but there must be at least one group: null measures each column.",
            Assert.Throws<ArgumentException>("groups", () => PermutationImportance.Measure(network, data, groups: [])).Message);
        Assert.StartsWith(
            "groups holds age with column 2, but LogisticNet has 2 inputs: columns lie between 0 and 1.",
            Assert.Throws<ArgumentException>("groups", () => PermutationImportance.Measure(network, data, groups: [new("age", 1, 2)])).Message);
        Assert.StartsWith(
            "columns is empty, but age needs at least one column.",
            Assert.Throws<ArgumentException>("columns", () => new FeatureGroup("age")).Message);
        Assert.StartsWith(
            "columns holds -1 at 1, but columns are counted from 0.",
            Assert.Throws<ArgumentOutOfRangeException>("columns", () => new FeatureGroup("age", 1, -1)).Message);
        Assert.StartsWith(
            "columns holds 1 twice, but a group has each of its columns once.",
            Assert.Throws<ArgumentException>("columns", () => new FeatureGroup("age", 1, 0, 1)).Message);
        Assert.Throws<ArgumentException>("name", () => new FeatureGroup("", 1));
        Assert.Throws<ArgumentOutOfRangeException>("first", () => FeatureGroup.Range("age", -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => FeatureGroup.Range("age", 0, 0));
        Assert.Throws<ArgumentException>(
            "data", () => PermutationImportance.Measure(network, Dataset<double>.FromRows([1.0], 1, [1.0], 1)));
    }

    private static (Training.LogisticNet Network, Dataset<double> Data) FirstColumnDecides()
    {
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() - 0.5)];
        var network = new Training.LogisticNet();
        network.SetParameters([1.0, 0.0, 0.0]);
        return (network, Dataset<double>.FromRows(x, 2, [.. Enumerable.Range(0, 200).Select(i => x[2 * i] > 0.0 ? 1.0 : 0.0)], 1));
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(place => order[..place].Append(count - 1).Concat(order[place..]).ToArray()));
}
