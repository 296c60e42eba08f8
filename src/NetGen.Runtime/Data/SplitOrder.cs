using NetGen.Numerics;

namespace NetGen;

/// <summary>The examples of a set in the order of the parts that it is split into.</summary>
/// <param name="Examples">Each example once.</param>
/// <param name="Starts">Where each part begins, and the number of examples.</param>
internal sealed record SplitOrder(int[] Examples, int[] Starts)
{
    /// <summary>Two parts, of which the first has its share of each stratum, rounded down or up.</summary>
    /// <param name="strata">The examples of each stratum.</param>
    /// <param name="fraction">The share.</param>
    /// <param name="first">The examples of the first part.</param>
    /// <param name="seed">What the order is drawn with.</param>
    public static SplitOrder OfStrata(int[][] strata, double fraction, int first, int seed)
    {
        var random = new RandomSource(seed);
        int[] counts = SharesOf(strata, fraction, first);
        List<int>[] parts = [[], []];
        for (int i = 0; i < strata.Length; i++)
        {
            int[] shuffled = Shuffled(strata[i], random);
            parts[0].AddRange(shuffled.AsSpan(0, counts[i]));
            parts[1].AddRange(shuffled.AsSpan(counts[i]));
        }

        return Joined(parts, random);
    }

    /// <summary>Two parts of whole groups.</summary>
    /// <param name="groups">The examples of each group, two groups at least.</param>
    /// <param name="wanted">How many examples the first part is to have.</param>
    /// <param name="seed">What the order is drawn with.</param>
    public static SplitOrder OfGroups(int[][] groups, double wanted, int seed)
    {
        var random = new RandomSource(seed);
        int[][] shuffled = [.. groups];
        random.Shuffle<int[]>(shuffled);

        bool[] first = GroupChoice.NearestTo(wanted, Array.ConvertAll(shuffled, static group => group.Length));
        List<int>[] parts = [[], []];
        for (int i = 0; i < shuffled.Length; i++)
        {
            parts[first[i] ? 0 : 1].AddRange(shuffled[i]);
        }

        return Joined(parts, random);
    }

    /// <summary>k parts whose sizes differ by at most 1.</summary>
    public static SplitOrder Folds(int count, int k, int seed) => FoldsOfStrata([[.. Enumerable.Range(0, count)]], k, seed);

    /// <summary>k parts whose sizes differ by at most 1, and their numbers of examples of each stratum too.</summary>
    public static SplitOrder FoldsOfStrata(int[][] strata, int k, int seed)
    {
        var random = new RandomSource(seed);
        List<int>[] parts = EmptyParts(k);

        // Dealt like cards; the next stratum goes on where the last one ended, so that no part gets more than its share of the remainders.
        int part = 0;
        foreach (int[] stratum in strata)
        {
            foreach (int example in Shuffled(stratum, random))
            {
                parts[part].Add(example);
                part = part + 1 == k ? 0 : part + 1;
            }
        }

        return Joined(parts, random);
    }

    /// <summary>k parts of whole groups, of sizes as near to each other as the greatest groups first to the smallest part make them.</summary>
    public static SplitOrder FoldsOfGroups(int[][] groups, int k, int seed)
    {
        var random = new RandomSource(seed);
        int[][] shuffled = [.. groups];
        random.Shuffle<int[]>(shuffled);
        List<int>[] parts = EmptyParts(k);
        foreach (int[] group in shuffled.OrderByDescending(static group => group.Length))
        {
            parts.MinBy(static part => part.Count)!.AddRange(group);
        }

        return Joined(parts, random);
    }

    /// <summary>How many of each stratum the first part receives: its share rounded down, and one more of those with the greatest remainders.</summary>
    private static int[] SharesOf(int[][] strata, double fraction, int first)
    {
        int[] counts = Array.ConvertAll(strata, stratum => (int)(fraction * stratum.Length));
        int missing = first - counts.Sum();
        foreach (int i in Enumerable.Range(0, strata.Length).OrderByDescending(i => (fraction * strata[i].Length) - counts[i]).Take(missing))
        {
            counts[i]++;
        }

        return counts;
    }

    private static List<int>[] EmptyParts(int k)
    {
        var parts = new List<int>[k];
        for (int i = 0; i < k; i++)
        {
            parts[i] = [];
        }

        return parts;
    }

    private static int[] Shuffled(int[] examples, RandomSource random)
    {
        int[] shuffled = [.. examples];
        random.Shuffle<int>(shuffled);
        return shuffled;
    }

    /// <summary>The parts one after the other, each in random order: what came into it together does not lie together.</summary>
    private static SplitOrder Joined(List<int>[] parts, RandomSource random)
    {
        int[] starts = new int[parts.Length + 1];
        var examples = new List<int>();
        for (int i = 0; i < parts.Length; i++)
        {
            examples.AddRange(Shuffled([.. parts[i]], random));
            starts[i + 1] = examples.Count;
        }

        return new([.. examples], starts);
    }
}
