using System.Numerics;

namespace NetGen;

/// <summary>Which of several groups have a number of examples together.</summary>
internal static class GroupChoice
{
    /// <summary>Of so many groups every choice is looked at.</summary>
    private const int Few = 18;

    /// <summary>How many steps are taken at most to find the sums of more groups: some tenths of a second.</summary>
    private const long MostWork = 200_000_000;

    /// <summary>Chooses groups whose examples are as near to a number as whole groups allow; at least one, and not all.</summary>
    /// <remarks>
    /// Of choices that are equally near, one of the first groups is taken: in random order that favours no size. Where there are too many groups to look at all
    /// sums that they can have, the first ones are taken as they come, and the last stretch is searched.
    /// </remarks>
    /// <param name="wanted">How many examples are wanted, above 0 and below their number.</param>
    /// <param name="sizes">The examples of each group, at least one each; two groups at least.</param>
    /// <returns>Whether each group is chosen.</returns>
    public static bool[] NearestTo(double wanted, int[] sizes)
    {
        bool[] chosen = new bool[sizes.Length];
        double rest = wanted;
        int next = 0;
        while (sizes.Length - next > Few && (sizes.Length - next) * HighestSum(rest) > MostWork)
        {
            chosen[next] = sizes[next] <= rest;
            rest -= chosen[next] ? sizes[next] : 0;
            next++;
        }

        // What has been decided on both sides says what the others may be.
        bool mayBeNone = chosen.AsSpan(0, next).Contains(true);
        bool mayBeAll = chosen.AsSpan(0, next).Contains(false);
        if (sizes.Length - next <= Few)
        {
            ChooseOfFew(chosen.AsSpan(next), sizes.AsSpan(next), rest, mayBeNone, mayBeAll);
        }
        else
        {
            ChooseBySums(chosen.AsSpan(next), sizes.AsSpan(next), rest, mayBeNone, mayBeAll);
        }

        return chosen;
    }

    private static void ChooseOfFew(Span<bool> chosen, ReadOnlySpan<int> sizes, double wanted, bool mayBeNone, bool mayBeAll)
    {
        long[] sums = new long[1 << sizes.Length];
        int nearest = mayBeNone ? 0 : 1;
        for (int choice = 1; choice < (mayBeAll ? sums.Length : sums.Length - 1); choice++)
        {
            sums[choice] = sums[choice & (choice - 1)] + sizes[BitOperations.TrailingZeroCount(choice)];
            if (Math.Abs(sums[choice] - wanted) < Math.Abs(sums[nearest] - wanted))
            {
                nearest = choice;
            }
        }

        for (int group = 0; group < sizes.Length; group++)
        {
            chosen[group] = ((nearest >> group) & 1) != 0;
        }
    }

    private static void ChooseBySums(Span<bool> chosen, ReadOnlySpan<int> sizes, double wanted, bool mayBeNone, bool mayBeAll)
    {
        long all = 0;
        foreach (int size in sizes)
        {
            all += size;
        }

        int[] last = LastGroups(sizes, wanted);
        int nearest = -1;
        for (int sum = mayBeNone ? 0 : 1; sum < last.Length; sum++)
        {
            bool isPossible = last[sum] >= 0 && (mayBeAll || sum != all);
            if (isPossible && (nearest < 0 || Math.Abs(sum - wanted) < Math.Abs(nearest - wanted)))
            {
                nearest = sum;
            }
        }

        if (nearest < 0)
        {
            // All are larger than twice of what is wanted: the smallest is the nearest.
            int smallest = 0;
            for (int group = 1; group < sizes.Length; group++)
            {
                smallest = sizes[group] < sizes[smallest] ? group : smallest;
            }

            chosen[smallest] = true;
        }

        for (int sum = nearest; sum > 0; sum -= sizes[last[sum]])
        {
            chosen[last[sum]] = true;
        }
    }

    /// <summary>Of each sum the last of the groups that have it, all others before; -1 where none have.</summary>
    private static int[] LastGroups(ReadOnlySpan<int> sizes, double wanted)
    {
        int[] last = new int[HighestSum(wanted) + 1];
        Array.Fill(last, -1);
        last[0] = sizes.Length;
        int best = (int)Math.Round(wanted);
        for (int group = 0; group < sizes.Length && last[best] < 0; group++)
        {
            // From above, so that a group is added once.
            for (int sum = last.Length - 1; sum >= sizes[group]; sum--)
            {
                if (last[sum] < 0 && last[sum - sizes[group]] >= 0)
                {
                    last[sum] = group;
                }
            }
        }

        return last;
    }

    /// <summary>No sum above is nearer to what is wanted than none at all.</summary>
    private static long HighestSum(double wanted) => (long)Math.Ceiling(2 * wanted);
}
