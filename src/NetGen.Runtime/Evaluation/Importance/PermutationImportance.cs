using System.Collections.Immutable;
using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// How much a network relies on its features: by how much a metric falls when the values of a feature are dealt to other examples, so that they say nothing of
/// theirs (Breiman: Random forests, 2001; Fisher, Rudin, Dominici: All models are wrong, but many are useful, 2019).
/// </summary>
/// <remarks>
/// Of features that say nearly the same, each seems to matter little, because the network has the others: permute them together, as one
/// <see cref="FeatureGroup"/>. An importance is of this network, not of the data: measure it on examples that it was not trained on.
/// The features are copied once, those of a mapped file too.
/// </remarks>
public static class PermutationImportance
{
    /// <summary>Measures the importance of columns.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The examples, which stay as they are.</param>
    /// <param name="metric">
    /// What is measured, greater being better, such as <c>evaluation => evaluation.RocAuc</c> or <c>evaluation => -evaluation.Cost</c>; null for the accuracy
    /// or, of a regression, R2. What it is handed is good until it returns.
    /// </param>
    /// <param name="groups">The columns that are permuted together; null for each column alone, named x0, x1, ...</param>
    /// <param name="repeats">How often each is permuted anew, at least 1.</param>
    /// <param name="seed">
    /// The same seed gives the same importances on every machine, as far as the network's outputs are the same, and a group the same ones whatever other
    /// groups there are.
    /// </param>
    /// <typeparam name="TNetwork">The network class.</typeparam>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The importance of each group, in their order.</returns>
    /// <exception cref="ArgumentException">
    /// The set does not fit the network, or its labels the loss, there is no group, or one has a column that there is not.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">repeats is not positive.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    public static ImmutableArray<FeatureImportance> Measure<TNetwork, T>(
        TNetwork network,
        Dataset<T> data,
        Func<Evaluation, double>? metric = null,
        IReadOnlyList<FeatureGroup>? groups = null,
        int repeats = 5,
        int seed = 0)
        where TNetwork : class, INetwork<TNetwork, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        if (repeats < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(repeats), repeats, Text($"repeats is {repeats}, but must be at least 1."));
        }

        FeatureGroup[] permuted = groups is null
            ? [.. Enumerable.Range(0, TNetwork.InputSize).Select(static column => new FeatureGroup(Text($"x{column}"), column))]
            : Checked(groups, TNetwork.InputSize, TNetwork.Description.Name);
        metric ??= static evaluation => evaluation.Kind == EvaluationKind.Regression ? evaluation.RSquared : evaluation.Accuracy;
        double best = metric(Evaluator.Evaluate(network, data));

        // The permutations are the same for each group: what else is measured does not matter.
        var columns = new PermutedColumns<T>(data);
        var importances = ImmutableArray.CreateBuilder<FeatureImportance>(permuted.Length);
        double[] falls = new double[repeats];
        foreach (FeatureGroup group in permuted)
        {
            var random = new RandomSource(seed);
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                columns.Permute(group.Columns, random);
                falls[repeat] = best - metric(Evaluator.Evaluate(network, columns.Data));
            }

            columns.Restore(group.Columns);
            importances.Add(new(group, falls));
        }

        return importances.MoveToImmutable();
    }

    private static FeatureGroup[] Checked(IReadOnlyList<FeatureGroup> groups, int inputs, string network)
    {
        if (groups.Count == 0)
        {
            throw new ArgumentException("groups is empty, but there must be at least one group: null measures each column.", nameof(groups));
        }

        foreach (FeatureGroup group in groups)
        {
            ArgumentNullException.ThrowIfNull(group, nameof(groups));
            if (group.Columns.Max() is var last && last >= inputs)
            {
                throw new ArgumentException(
                    Text($"groups holds {group.Name} with column {last}, but {network} has {Counted(inputs, "input")}: ")
                    + Text($"columns lie between 0 and {inputs - 1}."),
                    nameof(groups));
            }
        }

        return [.. groups];
    }
}
