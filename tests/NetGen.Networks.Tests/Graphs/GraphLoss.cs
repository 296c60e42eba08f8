using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Graphs.Parts;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>
/// The losses: their mean over the examples, and its gradient. The cross-entropies start before the last activation, so that they stay finite.
/// </summary>
internal static class GraphLoss
{
    /// <summary>The mean loss.</summary>
    public static Measured Cost(Graph graph, GraphPass pass, double[] y)
    {
        (Measured a, Measured z, int units) = (pass.Output, graph.IsFused ? pass.Values[^1].Input : pass.Output, graph.Outputs);
        var cost = new Sums(1);
        for (int start = 0; start < a.Count; start += units)
        {
            var loss = new Sums(1);
            if (graph.Loss == Loss.CrossEntropy)
            {
                double largest = Enumerable.Range(start, units).Max(i => z.Values[i]);
                loss.Add(0, largest, 0);
                loss.Add(0, Math.Log(Enumerable.Range(start, units).Sum(i => Math.Exp(z.Values[i] - largest))), 0);
            }

            for (int i = start; i < start + units; i++)
            {
                double difference = a.Values[i] - y[i], size = Math.Abs(a.Values[i]) + Math.Abs(y[i]);
                switch (graph.Loss)
                {
                    case Loss.BinaryCrossEntropy:
                        double softplus = ActivationFunctions.Softplus(z.Values[i]);
                        loss.Add(0, softplus - y[i] * z.Values[i], softplus + Math.Abs(y[i] * z.Values[i]), Square(difference * z.Terms[i]));
                        break;
                    case Loss.CrossEntropy:
                        loss.Add(0, -y[i] * z.Values[i], Math.Abs(y[i] * z.Values[i]), Square(difference * z.Terms[i]));
                        break;
                    case Loss.SquaredError:
                        loss.Add(0, Square(difference) / 2, Square(size) / 2, Square(difference * a.Terms[i]));
                        break;
                    default:
                        loss.Add(0, Math.Abs(difference), size, Square(a.Terms[i]));
                        break;
                }
            }

            Measured measured = loss.ToMeasured();
            cost.Add(0, measured.Values[0] / pass.Examples, measured.Terms[0] / pass.Examples);
        }

        return cost.ToMeasured();
    }

    /// <summary>Adds the gradient of the mean loss, with respect to what comes into the last activation where the two are fused, else to the output.</summary>
    public static void AddGradient(Graph graph, GraphPass pass, double[] y, Sums sums)
    {
        Measured a = pass.Output;
        for (int i = 0; i < a.Count; i++)
        {
            double difference = a.Values[i] - y[i];
            if (graph.Loss == Loss.AbsoluteError)
            {
                sums.Add(i, Math.Sign(difference) / (double)pass.Examples, 0);
            }
            else
            {
                double terms = (Math.Abs(a.Values[i]) + Math.Abs(y[i])) / pass.Examples;
                sums.Add(i, difference / pass.Examples, terms, Square(a.Terms[i] / pass.Examples));
            }
        }
    }

    /// <summary>How far the outputs are from where the derivative of the loss jumps, relative to their terms.</summary>
    public static double DistanceToKink(Graph graph, GraphPass pass, double[] y) => graph.Loss != Loss.AbsoluteError
        ? double.PositiveInfinity
        : Enumerable.Range(0, y.Length).Min(i => Math.Abs(pass.Output.Values[i] - y[i]) / (pass.Output.Terms[i] + Math.Abs(y[i])));

    private static double Square(double x) => x * x;
}
