using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>
/// Random graphs. All that a test checks are compiled in one go, and those that fail are made smaller. The same are drawn in every run, so that a failure
/// is a change's own; set NETGEN_TESTS_SEED to a number to draw others.
/// </summary>
internal static class RandomGraphs
{
    private const string SeedVariable = "NETGEN_TESTS_SEED";
    private const int MostAttempts = 40;

    /// <summary>Checks some graphs of up to a number of steps, on batches of up to a number of examples.</summary>
    public static void Check(int count, int steps, int examples, Func<IReadOnlyList<GraphCase>, IReadOnlyList<string?>> failures)
    {
        ulong seed = Environment.GetEnvironmentVariable(SeedVariable) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : 20;
        GraphRecipe[] recipes = [.. Recipes(steps, examples).Sample(count, new Rnd(seed, 2 * seed + 1), count)];
        IReadOnlyList<string?> found = failures([.. recipes.Select(static recipe => recipe.ToCase())]);
        string[] smallest = [.. recipes.Zip(found).Where(static pair => pair.Second is not null).Take(2).Select(pair => Smallest(pair.First, pair.Second!))];
        Assert.True(
            smallest.Length == 0, $"{found.Count(static failure => failure is not null)} of {count} graphs fail:\n{string.Join("\n\n", smallest)}");

        string Smallest(GraphRecipe failing, string failure)
        {
            var smaller = new Queue<GraphRecipe>(failing.Smaller());
            for (int attempt = 0; attempt < MostAttempts && smaller.TryDequeue(out GraphRecipe? recipe); attempt++)
            {
                if (failures([recipe.ToCase()])[0] is { } still)
                {
                    (failure, smaller) = (still, new Queue<GraphRecipe>(recipe.Smaller()));
                }
            }

            return failure;
        }
    }

    private static Gen<GraphRecipe> Recipes(int steps, int examples)
    {
        Gen<int> any = Gen.Choose(0, 1_000_000);
        Gen<GraphStep> step = from kind in any from first in any from second in any from size in any select new GraphStep(kind, first, second, size);
        return from inputCount in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 3)))
               from inputs in any.ArrayOf(inputCount)
               from stepCount in Gen.Choose(1, steps)
               from drawn in step.ArrayOf(stepCount)
               from end in any
               from element in Gen.Elements(ElementType.Float, ElementType.Double)
               from batch in Gen.Elements(new[] { 1, 2, 3, 7, 16, 17, 33, 100, 300 }.Where(batch => batch <= examples))
               from seed in any
               select new GraphRecipe([.. inputs], [.. drawn], end, element, batch, seed);
    }
}
