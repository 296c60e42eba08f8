using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Pair = (NetGen.Dataset<float> Train, NetGen.Dataset<float> Validation);

namespace NetGen.Runtime.Tests.Data;

/// <summary>Splits and folds: of any set, every example lands in exactly one part, with its label and class.</summary>
public class SplitTests
{
    private static readonly Gen<Case> Cases =
        from count in Gen.Choose(2, 120)
        from kinds in Gen.Choose(1, 12)
        from keys in Gen.Choose(0, kinds - 1).ArrayOf(count)
        from fraction in Gen.Choose(1, 99)
        from k in Gen.Choose(2, Math.Min(count, 12))
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        select new Case(keys, fraction / 100.0, k, seed);

    [Fact]
    public void A_stratified_split_has_of_each_class_the_share_rounded_down_or_up() => ForAll(test =>
    {
        double wanted = Math.Round(test.Fraction * test.Keys.Length);
        if (wanted < 1 || wanted > test.Keys.Length - 1)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => test.Data.StratifiedSplit<int>(test.Fraction, test.Keys, test.Seed));
            return;
        }

        (Dataset<float> first, Dataset<float> second) = test.Data.StratifiedSplit<int>(test.Fraction, test.Keys, test.Seed);
        AssertPartition(test, [first, second]);
        Assert.Equal(wanted, first.Count);
        foreach (IGrouping<int, int> kind in test.Keys.GroupBy(key => key))
        {
            double share = test.Fraction * kind.Count();
            Assert.InRange(Examples(first).Count(example => test.Keys[example] == kind.Key), Math.Floor(share), Math.Ceiling(share));
        }
    });

    [Fact]
    public void A_group_split_has_no_group_on_both_sides() => ForAll(test =>
    {
        if (test.Keys.Distinct().Count() < 2)
        {
            Assert.Throws<ArgumentException>(() => test.Data.GroupSplit<int>(test.Fraction, test.Keys, test.Seed));
            return;
        }

        (Dataset<float> first, Dataset<float> second) = test.Data.GroupSplit<int>(test.Fraction, test.Keys, test.Seed);
        AssertPartition(test, [first, second]);
        Assert.Empty(KeysOf(test, first).Intersect(KeysOf(test, second)));

        // No choice of groups but none and all is nearer to the share.
        int[] sizes = [.. test.Keys.GroupBy(key => key).Select(group => group.Count())];
        double wanted = test.Fraction * test.Keys.Length;
        Assert.Equal(NearestOfAll(sizes, wanted), Math.Abs(first.Count - wanted), 1e-9);
    });

    [Fact]
    public void More_groups_than_can_be_tried_one_by_one_are_as_near_to_the_share_too()
    {
        var random = new Random(4);
        for (int repeat = 0; repeat < 200; repeat++)
        {
            // Even sizes, of which the odd share is missed by 1; and one group that is larger than what is wanted.
            int[] sizes = [.. Enumerable.Range(0, random.Next(19, 60)).Select(_ => 2 * random.Next(1, 20)), 4000];
            int wanted = (2 * random.Next(0, (sizes.Sum() - 4000) / 2)) + 1;
            random.Shuffle(sizes);
            Assert.Equal(NearestBySums(sizes, wanted), Math.Abs(Sum(sizes, GroupChoice.NearestTo(wanted, sizes)) - wanted));
        }

        // All are too large, and all but one would be too small.
        Assert.Equal(7, Sum([9, 8, 7, .. Enumerable.Repeat(9, 30)], GroupChoice.NearestTo(0.2, [9, 8, 7, .. Enumerable.Repeat(9, 30)])));
        int[] alike = [.. Enumerable.Repeat(5, 40), 3];
        Assert.Equal(200, Sum(alike, GroupChoice.NearestTo(202.9, alike)));
    }

    [Fact]
    public void Very_many_groups_are_as_near_to_the_share_as_their_last_stretch_allows()
    {
        var random = new Random(5);
        int[] sizes = [.. Enumerable.Range(0, 100_000).Select(_ => random.Next(1, 20))];
        Assert.Equal(700_001, Sum(sizes, GroupChoice.NearestTo(700_001, sizes)));
    }

    [Fact]
    public void The_seed_draws_the_groups()
    {
        // The group of 6 is too large for the first set, whichever comes first; each of the others is drawn now and then.
        int[] groups = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3];
        Case test = new(groups, 0.2, 2, 0);
        int[] drawn = [.. Enumerable.Range(0, 60).Select(seed => KeysOf(test, test.Data.GroupSplit<int>(0.2, groups, seed).First).Distinct().Single())];
        Assert.Equal([1, 2, 3], drawn.Distinct().Order());
    }

    [Fact]
    public void Folds_that_do_not_fit_into_an_array_are_refused_before_anything_is_copied()
    {
        string message = Assert.Throws<InvalidOperationException>(() => Dataset<float>.RequireRoomForFolds(3_000_000, 1000, 10)).Message;
        Assert.StartsWith(
            "The parts lie twice in memory, but for the last, so that each fold is a view: 3000000 examples of 1000 values", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Dataset<float>.RequireRoomForFolds(3_000_000, 0, 1000));
        Assert.Throws<InvalidOperationException>(() => Dataset<float>.RequireRoomForFolds(3_000_000_000, 0, 1));
        Dataset<float>.RequireRoomForFolds(2_000_000, 1000, 10);
    }

    [Fact]
    public void Folds_are_each_once_the_validation_set_and_all_others_the_training_set() => ForAll(test =>
    {
        ImmutableArray<Pair> folds = test.Data.KFold(test.K, test.Seed);
        AssertFolds(test, folds);
        Assert.InRange(folds.Max(fold => fold.Validation.Count) - folds.Min(fold => fold.Validation.Count), 0, 1);
    });

    [Fact]
    public void Stratified_folds_have_of_each_class_numbers_that_differ_by_at_most_one() => ForAll(test =>
    {
        if (test.Keys.GroupBy(key => key).Min(kind => kind.Count()) < test.K)
        {
            Assert.Throws<ArgumentException>(() => test.Data.StratifiedKFold<int>(test.K, test.Keys, test.Seed));
            return;
        }

        ImmutableArray<Pair> folds = test.Data.StratifiedKFold<int>(test.K, test.Keys, test.Seed);
        AssertFolds(test, folds);
        Assert.InRange(folds.Max(fold => fold.Validation.Count) - folds.Min(fold => fold.Validation.Count), 0, 1);
        foreach (int kind in test.Keys.Distinct())
        {
            int[] counts = [.. folds.Select(fold => KeysOf(test, fold.Validation).Count(key => key == kind))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    });

    [Fact]
    public void Group_folds_keep_each_group_in_one_part() => ForAll(test =>
    {
        if (test.Keys.Distinct().Count() < test.K)
        {
            Assert.Throws<ArgumentException>(() => test.Data.GroupKFold<int>(test.K, test.Keys, test.Seed));
            return;
        }

        ImmutableArray<Pair> folds = test.Data.GroupKFold<int>(test.K, test.Keys, test.Seed);
        AssertFolds(test, folds);
        foreach ((Dataset<float> train, Dataset<float> validation) in folds)
        {
            Assert.Empty(KeysOf(test, train).Intersect(KeysOf(test, validation)));
        }

        // Greatest first to the smallest part: two parts are never further apart than the greatest group.
        int apart = folds.Max(fold => fold.Validation.Count) - folds.Min(fold => fold.Validation.Count);
        Assert.InRange(apart, 0, test.Keys.GroupBy(key => key).Max(group => group.Count()));
    });

    [Fact]
    public void The_same_seed_gives_the_same_parts_on_every_machine()
    {
        // Written down once: no other machine, version or hash may give others.
        Dataset<float> data = new Case([0, 1, 0, 1, 0, 1, 0, 1, 0, 1], 0.5, 2, 0).Data;
        string[] groups = ["a", "b", "c", "a", "b", "c", "d", "d", "e", "e"];
        Dataset<float>[] parts =
        [
            data.StratifiedSplit(0.4, seed: 7).First,
            data.GroupSplit<string>(0.4, groups, seed: 7).First,
            data.KFold(3, seed: 7)[1].Validation,
            data.StratifiedKFold(3, seed: 7)[1].Validation,
            data.GroupKFold<string>(3, groups, seed: 7)[1].Validation,
        ];
        Assert.Equal("3 5 0 8 | 3 0 8 9 | 8 4 6 | 8 6 1 | 6 7 9 8", string.Join(" | ", parts.Select(part => string.Join(" ", Examples(part)))));
        Assert.NotEqual(Examples(data.KFold(3, seed: 7)[1].Validation), Examples(data.KFold(3, seed: 8)[1].Validation));
    }

    [Fact]
    public void All_folds_together_take_two_copies_of_the_set()
    {
        var data = Dataset<float>.FromRows(new float[1_000_000], 1000, new float[1000], 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        data.KFold(10, seed: 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_200_000);
    }

    [Fact]
    public void Zero_and_one_of_a_single_output_are_two_classes()
    {
        var data = Dataset<float>.FromRows(new float[8], 1, [0f, 0, 0, 0, 1, 1, 1, 1], 1);
        Assert.Equal(2, data.StratifiedSplit(0.5, seed: 1).First.Y.ToArray().Sum());
        Assert.All(data.StratifiedKFold(4, seed: 1), fold => Assert.Equal(1, fold.Validation.Y.ToArray().Sum()));
    }

    [Fact]
    public void What_cannot_be_split_so_is_refused_with_a_reason()
    {
        Dataset<float> data = new Case([0, 1, 2, 0, 1, 0], 0.5, 2, 0).Data;
        Refused("There are 6 examples: the number of parts must lie between 2 and that.", () => data.KFold(1, 0));
        Refused("There are 6 examples: the number of parts must lie between 2 and that.", () => data.KFold(7, 0));
        Refused("There is 1 example: the number of parts", () => data.Take(1).GroupKFold<int>(2, [1], 0));
        Refused("Of the class 2 there is 1 example, but each of 2 parts needs one", () => data.StratifiedKFold(2, 0));
        Refused("Of the class b there are 2 examples, but each of 3 parts needs one", () => data.StratifiedKFold<string>(3, ["a", "b", "a", "b", "a", "a"], 0));
        Refused("There are 2 groups, but each of 3 parts needs one", () => data.GroupKFold<int>(3, [1, 2, 1, 2, 1, 2], 0));
        Refused("There is 1 group, but", () => data.GroupKFold<int>(3, [1, 1, 1, 1, 1, 1], 0));
        Refused("There are 6 examples, but groups holds 2: each example needs its group", () => data.GroupSplit<int>(0.5, [1, 2], 0));
        Refused("There are 6 examples, but strata holds 7: each example needs its stratum", () => data.StratifiedSplit<int>(0.5, new int[7], 0));
        Refused("groups holds null for example 1", () => data.GroupSplit<string>(0.5, ["a", null!, "a", "a", "a", "a"], 0));
        foreach (double fraction in (double[])[0, 1, -0.5, 1.5, double.NaN])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => data.StratifiedSplit(fraction, 0));
            Assert.Throws<ArgumentOutOfRangeException>(() => data.GroupSplit<int>(fraction, [1, 2, 1, 2, 1, 2], 0));
        }

        var prices = Dataset<float>.FromRows([1, 2], 1, [1.5f, 2.5f], 1);
        Assert.Contains("strata", Assert.Throws<InvalidOperationException>(() => prices.StratifiedSplit(0.5, 0)).Message, StringComparison.Ordinal);
    }

    private static double NearestOfAll(int[] sizes, double wanted) => Enumerable.Range(1, (1 << sizes.Length) - 2)
        .Min(choice => Math.Abs(sizes.Where((_, group) => ((choice >> group) & 1) != 0).Sum() - wanted));

    private static double NearestBySums(int[] sizes, double wanted)
    {
        HashSet<int> sums = [0];
        foreach (int size in sizes)
        {
            sums.UnionWith([.. sums.Select(sum => sum + size)]);
        }

        return sums.Where(sum => sum > 0 && sum < sizes.Sum()).Min(sum => Math.Abs(sum - wanted));
    }

    private static int Sum(int[] sizes, bool[] chosen) => sizes.Where((_, group) => chosen[group]).Sum();

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static void ForAll(Action<Case> check)
    {
        var replay = new Replay(new Rnd(20, 21), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(FSharpOption<Replay>.Some(replay)).WithQuietOnSuccess(true);
        Prop.ForAll(Cases.ToArbitrary(), check).Check(config);
    }

    private static int[] Examples(Dataset<float> part) => [.. Enumerable.Range(0, part.Count).Select(i => (int)part.X[2 * i])];

    private static IEnumerable<int> KeysOf(Case test, Dataset<float> part) => Examples(part).Select(example => test.Keys[example]);

    private static void AssertFolds(Case test, ImmutableArray<Pair> folds)
    {
        Assert.Equal(test.K, folds.Length);
        AssertPartition(test, [.. folds.Select(fold => fold.Validation)]);
        foreach ((Dataset<float> train, Dataset<float> validation) in folds)
        {
            AssertPartition(test, [train, validation]);
        }
    }

    /// <summary>Every example is in one part, and what belongs to it came with it.</summary>
    private static void AssertPartition(Case test, Dataset<float>[] parts)
    {
        Assert.Equal(Enumerable.Range(0, test.Keys.Length), parts.SelectMany(Examples).Order());
        foreach (Dataset<float> part in parts)
        {
            int[] examples = Examples(part);
            Assert.Equal(examples.Select(example => -example), Enumerable.Range(0, part.Count).Select(i => (int)part.X[(2 * i) + 1]));
            Assert.Equal(examples.Select(example => test.Keys[example]), part.Classes.ToArray());
            for (int i = 0; i < examples.Length; i++)
            {
                Assert.Equal(1, part.Y[(i * part.OutputSize) + test.Keys[examples[i]]]);
            }
        }
    }

    /// <summary>A set whose features say which example it is, and whose classes are the keys.</summary>
    private sealed record Case(int[] Keys, double Fraction, int K, int Seed)
    {
        public Dataset<float> Data { get; } = Dataset<float>.FromRows(
            [.. Enumerable.Range(0, Keys.Length).SelectMany(i => (float[])[i, -i])], 2, Keys, Math.Max(2, Keys.Max() + 1));

        public override string ToString() => $"[{string.Join(", ", Keys)}], {Fraction}, {K}, {Seed}";
    }
}
