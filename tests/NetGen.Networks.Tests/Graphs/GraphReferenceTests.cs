using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>The gradients of the reference are the derivatives of its cost, so that what it is compared with is held to something.</summary>
public class GraphReferenceTests
{
    private const int Examples = 6;

    [Fact]
    public void GradientsAreDerivativesOfTheCostForEachKindInEachPlace()
    {
        string[] failures = [.. ExplicitCases.All().Where(static graphCase => !graphCase.Graph.StopsGradients).Select(Failure).OfType<string>()];
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    private static string? Failure(GraphCase drawn)
    {
        GraphCase graphCase = drawn with { Examples = Examples };
        GraphData<double> data = GraphData<double>.Draw(graphCase, static (part, example, unit) => (part * 7 + example * 5 + unit) % 3 > 0);
        double[] gradients = data.Reference.Gradients(data.Training, data.ReferenceY).Values;
        int[] moving = [.. Enumerable.Range(0, graphCase.Graph.Parts.Length)
            .Where(part => !graphCase.Graph.IsFrozen(part))
            .SelectMany(part => graphCase.Graph.Parts[part].Trained.Select(index => graphCase.Graph.OffsetOf(part) + index))];
        int[] still = [.. Enumerable.Range(0, gradients.Length).Except(moving)];
        if (still.Any(i => gradients[i] != 0))
        {
            return $"{graphCase}\n    a gradient of what is not trained";
        }

        // A few of many are as good as all: their terms are the same loops.
        int[] chosen = [.. moving.Where((_, i) => moving.Length < 60 || i % (moving.Length / 40) == 0)];
        double ratio = CentralDifferences.Ratio(data.Reference.Parameters, chosen, gradients, moved =>
        {
            var other = new GraphReference(graphCase.Graph, moved, data.Reference.Keeps);
            return other.Cost(other.Forward(data.ReferenceX, isTraining: true), data.ReferenceY).Values[0];
        });
        return chosen.All(i => gradients[i] == 0) || ratio < 1e-7
            ? null
            : FormattableString.Invariant($"{graphCase}\n    differs from central differences by {ratio:E2}");
    }
}
