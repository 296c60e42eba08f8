using System.Numerics;
using NetGen.Networks.Tests.Graphs.Cases;
using NetGen.Networks.Tests.Graphs.Parts;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Parameters, examples and labels of a case, drawn in double and rounded to T, so that the reference computes from the same numbers.</summary>
internal sealed class GraphData<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Attempts = 100;

    private GraphData(GraphReference reference, double[] x, double[] y, GraphPass training)
    {
        (Reference, ReferenceX, ReferenceY, Training) = (reference, x, y, training);
        (Parameters, X, Y) = (Rounded(reference.Parameters), Rounded(x), Rounded(y));
    }

    /// <summary>The reference with the same parameters.</summary>
    public GraphReference Reference { get; }

    /// <summary>The examples, for the reference.</summary>
    public double[] ReferenceX { get; }

    /// <summary>The labels, for the reference.</summary>
    public double[] ReferenceY { get; }

    /// <summary>The forward pass of a step.</summary>
    public GraphPass Training { get; }

    /// <summary>The parameters.</summary>
    public T[] Parameters { get; }

    /// <summary>The examples (m, columns).</summary>
    public T[] X { get; }

    /// <summary>The labels (m, outputs).</summary>
    public T[] Y { get; }

    /// <summary>
    /// Draws a case, again where a derivative jumps closer than rounding may go: there, two correct computations may take different sides.
    /// </summary>
    /// <param name="graphCase">The case.</param>
    /// <param name="keeps">The masks of dropout.</param>
    public static GraphData<T> Draw(GraphCase graphCase, Func<int, int, int, bool> keeps)
    {
        Graph graph = graphCase.Graph;
        var random = new Random(graphCase.Seed);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var parameters = new double[graph.ParameterCount];
            for (int i = 0; i < graph.Parts.Length; i++)
            {
                graph.Parts[i].Draw(random, parameters.AsSpan(graph.OffsetOf(i), graph.Parts[i].ParameterCount));
            }

            var x = new double[graphCase.Examples * graph.Columns];
            for (int i = 0; i < x.Length; i += graph.Columns)
            {
                DrawExample(graph, random, x.AsSpan(i, graph.Columns));
            }

            var y = new double[graphCase.Examples * graph.Outputs];
            for (int i = 0; i < y.Length; i += graph.Outputs)
            {
                DrawLabel(graph.Loss, random, y.AsSpan(i, graph.Outputs));
            }

            Round(parameters);
            Round(x);
            Round(y);
            var reference = new GraphReference(graph, parameters, keeps);
            GraphPass training = reference.Forward(x, isTraining: true);
            if (reference.DistanceToKink(training, y) > Agreement.Tolerance<float>())
            {
                return new GraphData<T>(reference, x, y, training);
            }
        }

        throw new InvalidOperationException($"{Attempts} batches drawn, all of them close to a kink of {graphCase}.");
    }

    private static void DrawExample(Graph graph, Random random, Span<double> x)
    {
        foreach (InputPart input in graph.Inputs)
        {
            for (int i = input.First; i < input.First + input.Length; i++)
            {
                x[i] = input switch
                {
                    { Categories: 0 } => Normal(random),
                    { Unknown: { } } when random.Next(4) == 0 => random.Next(5) switch { 0 => double.NaN, 1 => -1, 2 => 0.5, 3 => input.Categories, _ => 1e12 },
                    _ => random.Next(input.Categories),
                };
            }
        }
    }

    private static void DrawLabel(Loss loss, Random random, Span<double> y)
    {
        bool isSoft = random.Next(4) == 0;
        double sum = 0;
        int chosen = random.Next(y.Length);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = loss switch
            {
                Loss.BinaryCrossEntropy => isSoft ? random.NextDouble() : random.Next(2),
                Loss.CrossEntropy => isSoft ? random.NextDouble() + 0.01 : i == chosen ? 1 : 0,
                _ => Normal(random),
            };
            sum += y[i];
        }

        for (int i = 0; i < y.Length && loss == Loss.CrossEntropy; i++)
        {
            y[i] /= sum;
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Round(double[] values)
    {
        foreach (ref double value in values.AsSpan())
        {
            value = double.CreateTruncating(T.CreateTruncating(value));
        }
    }

    private static T[] Rounded(double[] values) => Array.ConvertAll(values, T.CreateTruncating);
}
