using System.Text.Json;

namespace NetGen.Networks.Tests.PyTorch;

/// <summary>What both sides start from: parameters, examples and labels, all of them floats, which double holds exactly.</summary>
internal sealed class DescribedRun
{
    /// <summary>How many steps of gradient descent.</summary>
    public const int Steps = 100;

    /// <summary>Their learning rate.</summary>
    public const double LearningRate = 0.1;

    private const int Batches = 3;

    private readonly NetworkDescription description;

    /// <summary>Draws them.</summary>
    /// <param name="description">The network.</param>
    /// <param name="batchSize">How many examples a step sees; the last batch is shorter.</param>
    /// <param name="folder">Where PyTorch finds them, and writes what it makes of them.</param>
    public DescribedRun(NetworkDescription description, int batchSize, string folder)
    {
        (this.description, BatchSize, Folder) = (description, batchSize, folder);
        var random = new Random(description.Name.Length + batchSize);
        Parameters = [.. description.Parameters.SelectMany(parameter => Draw(parameter, random))];
        int count = (Batches * batchSize) - 9;
        X = [.. Enumerable.Range(0, count * description.InputSize).Select(double (_) => Normal(random))];
        DrawCategories(random);
        Classes = [.. Enumerable.Range(0, count).Select(_ => random.Next(description.OutputSize))];
    }

    /// <summary>How many examples a step sees.</summary>
    public int BatchSize { get; }

    /// <summary>Where PyTorch's results are.</summary>
    public string Folder { get; }

    /// <summary>The initial parameters, statistics included.</summary>
    public double[] Parameters { get; }

    /// <summary>The examples.</summary>
    public double[] X { get; }

    /// <summary>Their classes.</summary>
    public int[] Classes { get; }

    /// <summary>Writes them for described.py.</summary>
    public void Write()
    {
        File.WriteAllText(Path.Combine(Folder, "run.json"), JsonSerializer.Serialize(new
        {
            network = description.Name,
            batchSize = BatchSize,
            learningRate = LearningRate,
            steps = Steps,
            parameters = description.Parameters.Select(parameter => new
            {
                name = parameter.Name,
                shape = Enumerable.Range(0, parameter.Shape.Rank).Select(dimension => parameter.Shape[dimension]),
            }),
        }));
        TorchPython.Write(Folder, "parameters", Parameters);
        TorchPython.Write(Folder, "x", X);
        TorchPython.Write(Folder, "classes", [.. Classes.Select(label => (double)label)]);
    }

    private void DrawCategories(Random random)
    {
        foreach (EmbedDescription table in description.Layers.OfType<EmbedDescription>())
        {
            var column = (ColumnsDescription)description.Layers[table.Sources[0] - 1];
            for (int place = column.First; place < X.Length; place += description.InputSize)
            {
                X[place] = random.Next(table.Categories);
            }
        }
    }

    private static IEnumerable<double> Draw(ParameterDescription parameter, Random random) =>
        Enumerable.Range(0, parameter.Count).Select(double (_) => parameter.Role switch
        {
            ParameterRole.Weights => Normal(random) / MathF.Sqrt(parameter.Shape[1]),
            ParameterRole.Scale => 1 + (0.25f * Normal(random)),
            ParameterRole.Statistic when parameter.Name.EndsWith(".variance", StringComparison.Ordinal) => 0.5f + random.NextSingle(),
            _ => 0.25f * Normal(random),
        });

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
