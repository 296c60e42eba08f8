using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <content>
/// Splits: every example lands in exactly one part, and the same seed gives the same parts on every machine. The examples are copied once, in the order of the
/// parts, which are views of that copy.
/// </content>
public sealed partial class Dataset<T>
{
    /// <summary>Splits into two sets at random, such as train and test.</summary>
    /// <param name="fraction">Which part of the examples the first set receives, rounded to whole examples; above 0 and below 1.</param>
    /// <param name="seed">The same seed gives the same split on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the sets without an example.</exception>
    public (Dataset<T> First, Dataset<T> Second) Split(double fraction, int seed)
    {
        int first = SizeOfFirst(fraction);
        Dataset<T> shuffled = Shuffle(seed);
        return (shuffled.Take(first), shuffled.Slice(first, Count - first));
    }

    /// <summary>
    /// Splits into two sets at random, each class in the same proportion: of each, the first set receives its share rounded down or up, so that it holds as
    /// many examples in all as <see cref="Split"/> would give it. A class of a single example is in one of the sets alone.
    /// </summary>
    /// <param name="fraction">Which part of the examples the first set receives, rounded to whole examples; above 0 and below 1.</param>
    /// <param name="seed">The same seed gives the same split on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the sets without an example.</exception>
    /// <exception cref="InvalidOperationException">The labels are no classes: neither class indices, nor 0 and 1 of a single output.</exception>
    public (Dataset<T> First, Dataset<T> Second) StratifiedSplit(double fraction, int seed) => StratifiedSplit<int>(fraction, RequireClasses(), seed);

    /// <summary>Splits as <see cref="StratifiedSplit(double, int)"/> does, by classes that need not be the labels: such as the bins of a price.</summary>
    /// <param name="fraction">Which part of the examples the first set receives, rounded to whole examples; above 0 and below 1.</param>
    /// <param name="strata">What each example is counted as (m).</param>
    /// <param name="seed">The same seed gives the same split on every machine.</param>
    /// <typeparam name="TStratum">Names or numbers, equal where examples are of one class.</typeparam>
    /// <exception cref="ArgumentException">There are not as many strata as examples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the sets without an example.</exception>
    public (Dataset<T> First, Dataset<T> Second) StratifiedSplit<TStratum>(double fraction, ReadOnlySpan<TStratum> strata, int seed)
        where TStratum : notnull
    {
        int first = SizeOfFirst(fraction);
        return InTwo(SplitOrder.OfStrata(Members(strata, nameof(strata), "stratum"), fraction, first, seed));
    }

    /// <summary>
    /// Splits into two sets at random, no group on both sides: such as all pictures of one patient. The first set receives groups, drawn by the seed, whose
    /// number of examples is as near to its share as whole groups allow; each set receives at least one. (Of very many groups most are drawn as they come, and
    /// only the last stretch is chosen so.)
    /// </summary>
    /// <param name="fraction">Which part of the examples the first set is to receive; above 0 and below 1.</param>
    /// <param name="groups">The group of each example (m).</param>
    /// <param name="seed">The same seed gives the same split on every machine.</param>
    /// <typeparam name="TGroup">Names or numbers, equal where examples are of one group.</typeparam>
    /// <exception cref="ArgumentException">There are not as many groups given as examples, or all examples are of one group.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public (Dataset<T> First, Dataset<T> Second) GroupSplit<TGroup>(double fraction, ReadOnlySpan<TGroup> groups, int seed)
        where TGroup : notnull
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The first set's part of the examples must lie above 0 and below 1.");
        }

        int[][] members = Members(groups, nameof(groups), "group");
        if (members.Length < 2)
        {
            throw new ArgumentException("All examples are of one group, but each of the two sets must receive at least one.", nameof(groups));
        }

        return InTwo(SplitOrder.OfGroups(members, fraction * Count, seed));
    }

    /// <summary>Cuts a set into k parts at random and gives each part once as the validation set, with all others as the training set.</summary>
    /// <param name="k">The number of parts, 2 to the number of examples. Their sizes differ by at most 1.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <returns>The k pairs. They are views: all of them together take the memory of two copies of the set.</returns>
    /// <exception cref="InvalidOperationException">These are more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not 2 to m parts.</exception>
    public ImmutableArray<(Dataset<T> Train, Dataset<T> Validation)> KFold(int k, int seed)
    {
        RequireFolds(k);
        return Folds(SplitOrder.Folds(Count, k, seed));
    }

    /// <summary>Cuts as <see cref="KFold"/> does, each class in the same proportion: of each, the parts receive numbers that differ by at most 1.</summary>
    /// <param name="k">The number of parts, 2 to the number of examples of the smallest class. Their sizes differ by at most 1.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <returns>The k pairs. They are views: all of them together take the memory of two copies of the set.</returns>
    /// <exception cref="InvalidOperationException">These are more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not 2 to m parts.</exception>
    /// <exception cref="ArgumentException">A class has fewer examples than there are parts, so that it would be missing in some.</exception>
    /// <exception cref="InvalidOperationException">The labels are no classes: neither class indices, nor 0 and 1 of a single output.</exception>
    public ImmutableArray<(Dataset<T> Train, Dataset<T> Validation)> StratifiedKFold(int k, int seed) =>
        StratifiedKFold<int>(k, RequireClasses(), seed);

    /// <summary>Cuts as <see cref="StratifiedKFold(int, int)"/> does, by classes that need not be the labels.</summary>
    /// <param name="k">The number of parts, 2 to the number of examples of the smallest stratum. Their sizes differ by at most 1.</param>
    /// <param name="strata">What each example is counted as (m).</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <typeparam name="TStratum">Names or numbers, equal where examples are of one class.</typeparam>
    /// <returns>The k pairs. They are views: all of them together take the memory of two copies of the set.</returns>
    /// <exception cref="InvalidOperationException">These are more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not 2 to m parts.</exception>
    /// <exception cref="ArgumentException">There are not as many strata as examples, or one has fewer examples than there are parts.</exception>
    public ImmutableArray<(Dataset<T> Train, Dataset<T> Validation)> StratifiedKFold<TStratum>(int k, ReadOnlySpan<TStratum> strata, int seed)
        where TStratum : notnull
    {
        RequireFolds(k);
        int[][] members = Members(strata, nameof(strata), "stratum");
        if (Array.Find(members, stratum => stratum.Length < k) is { } rare)
        {
            throw new ArgumentException(
                Text($"Of the class {strata[rare[0]]} there {(rare.Length == 1 ? "is" : "are")} {Counted(rare.Length, "example")}, ")
                    + Text($"but each of {k} parts needs one: ")
                    + "use fewer parts, or leave the class out.",
                nameof(strata));
        }

        return Folds(SplitOrder.FoldsOfStrata(members, k, seed));
    }

    /// <summary>
    /// Cuts as <see cref="KFold"/> does, no group in two parts. The greatest groups are given away first, each to the part that has the fewest examples; groups
    /// of one size are in random order.
    /// </summary>
    /// <param name="k">The number of parts, 2 to the number of groups. How far their sizes differ depends on the groups.</param>
    /// <param name="groups">The group of each example (m).</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <typeparam name="TGroup">Names or numbers, equal where examples are of one group.</typeparam>
    /// <returns>The k pairs. They are views: all of them together take the memory of two copies of the set.</returns>
    /// <exception cref="InvalidOperationException">These are more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not 2 to m parts.</exception>
    /// <exception cref="ArgumentException">There are not as many groups given as examples, or fewer different ones than parts.</exception>
    public ImmutableArray<(Dataset<T> Train, Dataset<T> Validation)> GroupKFold<TGroup>(int k, ReadOnlySpan<TGroup> groups, int seed)
        where TGroup : notnull
    {
        RequireFolds(k);
        int[][] members = Members(groups, nameof(groups), "group");
        if (members.Length < k)
        {
            throw new ArgumentException(
                Text($"There {(members.Length == 1 ? "is" : "are")} {Counted(members.Length, "group")}, but each of {k} parts needs one."), nameof(groups));
        }

        return Folds(SplitOrder.FoldsOfGroups(members, k, seed));
    }

    /// <summary>The examples of each stratum or group, in the order in which these first occur: it depends on no hash.</summary>
    private int[][] Members<TKey>(ReadOnlySpan<TKey> keys, string parameterName, string noun)
        where TKey : notnull
    {
        if (keys.Length != Count)
        {
            throw new ArgumentException(
                Text($"There are {Counted(Count, "example")}, but {parameterName} holds {keys.Length}: each example needs its {noun}."), parameterName);
        }

        var members = new Dictionary<TKey, List<int>>();
        var ordered = new List<List<int>>();
        for (int example = 0; example < keys.Length; example++)
        {
            if (keys[example] is null)
            {
                throw new ArgumentException(Text($"{parameterName} holds null for example {example}."), parameterName);
            }

            ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(members, keys[example], out _);
            if (list is null)
            {
                list = [];
                ordered.Add(list);
            }

            list.Add(example);
        }

        return [.. ordered.Select(static list => list.ToArray())];
    }

    private ReadOnlySpan<int> RequireClasses()
    {
        if (HasClasses)
        {
            return Classes;
        }

        // The two classes of a single output.
        int[] classes = new int[Count];
        for (int i = 0; i < classes.Length; i++)
        {
            if (OutputSize != 1 || !(Y[i] == T.Zero || Y[i] == T.One))
            {
                throw new InvalidOperationException(
                    "The labels are neither class indices nor 0 and 1 of a single output: pass what each example is counted as (strata).");
            }

            classes[i] = Y[i] == T.Zero ? 0 : 1;
        }

        return classes;
    }

    private int SizeOfFirst(double fraction)
    {
        double first = Math.Round(fraction * Count);
        return fraction > 0 && fraction < 1 && first >= 1 && first <= Count - 1
            ? (int)first
            : throw new ArgumentOutOfRangeException(
                nameof(fraction), fraction, Text($"{fraction} of {Count} examples leaves one of the two sets empty: each must receive at least one example."));
    }

    private void RequireFolds(int k)
    {
        if (k < 2 || k > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(k), k, Text($"There {(Count == 1 ? "is" : "are")} {Counted(Count, "example")}: the number of parts must lie between 2 and that."));
        }
    }

    /// <summary>Checks that the examples of all folds, as views, fit into an array.</summary>
    /// <param name="examples">How many lie in memory.</param>
    /// <param name="inputSize">The features of each that are copied.</param>
    /// <param name="outputSize">The label values of each.</param>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    internal static void RequireRoomForFolds(long examples, int inputSize, int outputSize)
    {
        long values = examples * Math.Max(inputSize, outputSize);
        if (values > AlignedMemory.Most<T>())
        {
            int size = Math.Max(inputSize, outputSize);
            throw new InvalidOperationException(
                Text($"The parts lie twice in memory, but for the last, so that each fold is a view: {examples} examples of {size} values, {values} in all, ")
                    + Text($"but an array holds at most {AlignedMemory.Most<T>()}. Use fewer examples, or map the features from a file."));
        }
    }

    private (Dataset<T> First, Dataset<T> Second) InTwo(SplitOrder order)
    {
        Dataset<T> all = Reordered(order.Examples);
        return (all.Take(order.Starts[1]), all.Slice(order.Starts[1], Count - order.Starts[1]));
    }

    /// <summary>
    /// The pairs of folds. The examples lie twice in a row, but for the last part: so a part and what follows it round the circle, up to the part itself, are
    /// views.
    /// </summary>
    private ImmutableArray<(Dataset<T> Train, Dataset<T> Validation)> Folds(SplitOrder order)
    {
        int folds = order.Starts.Length - 1;
        RequireRoomForFolds((long)Count + order.Starts[folds - 1], SharesRows ? 0 : InputSize, OutputSize);
        Dataset<T> circle = Reordered([.. order.Examples, .. order.Examples.AsSpan(0, order.Starts[folds - 1])]);
        var pairs = ImmutableArray.CreateBuilder<(Dataset<T> Train, Dataset<T> Validation)>(folds);
        for (int fold = 0; fold < folds; fold++)
        {
            int start = order.Starts[fold];
            int end = order.Starts[fold + 1];
            pairs.Add((circle.Slice(end, Count - (end - start)), circle.Slice(start, end - start)));
        }

        return pairs.MoveToImmutable();
    }
}
