using System.Globalization;

namespace NetGen.Benchmarks.BuildCost;

/// <summary>The files of a project of ordinary size: most know nothing of networks, a few declare, train and use them.</summary>
internal static class ManyFiles
{
    /// <summary>The files of the project.</summary>
    public const int Count = 500;

    /// <summary>Those of them that use networks.</summary>
    public const int WithNetworks = 20;

    private static readonly string[] Declarations =
    [
        "[Layers(12288, 20, 7, 5, 1)]",
        "[Layers(784, 128, 10)]",
        "[Layers(8, 16, 16, 3, Hidden = Activation.Tanh)]",
        "[Layers(24, 8, 2, Output = Activation.Linear)]",
    ];

    /// <summary>The names and the texts of the files.</summary>
    public static IEnumerable<(string Name, string Text)> All => Enumerable.Range(0, Count).Select(static index => ($"File{Number(index)}.cs", Text(index)));

    private static string Text(int index) =>
        index < Declarations.Length ? Declared(index) : index < WithNetworks ? Using(index, index % Declarations.Length) : Ordinary(index);

    private static string Number(int index) => index.ToString("D3", CultureInfo.InvariantCulture);

    private static string Declared(int index) => $$"""
        using NetGen;

        namespace Scratch;

        /// <summary>A network.</summary>
        {{Declarations[index]}}
        public sealed partial class Net{{Number(index)}}
        {
            [Weights(1)] private static readonly float[,] weights = new float[Units1, InputSize];

            [Bias(1)] private static readonly float[] shift = new float[Units1];

            public static float[] Zeros(int examples) => new float[examples * InputSize];
        }
        """;

    private static string Using(int index, int network) => $$"""
        using NetGen;

        namespace Scratch;

        /// <summary>Trains a network and keeps the best of its parameters.</summary>
        public sealed class Trainer{{Number(index)}}(int seed)
        {
            private readonly Net{{Number(network)}} net = new();
            private readonly float[] best = new float[Net{{Number(network)}}.ParameterCount];
            private readonly List<double> costs = [];

            /// <summary>The costs so far.</summary>
            public IReadOnlyList<double> Costs => costs;

            /// <summary>Takes some steps.</summary>
            public double Train(float[] x, float[] y, int steps, int batch)
            {
                const int Inputs = Net{{Number(network)}}.InputSize, Outputs = Net{{Number(network)}}.OutputSize;
                net.Initialize(seed);
                int examples = x.Length / Inputs;
                double lowest = double.PositiveInfinity;
                for (int step = 0; step < steps; step++)
                {
                    int start = step * batch % Math.Max(1, examples - batch);
                    net.TrainStep(x.AsSpan(start * Inputs, batch * Inputs), y.AsSpan(start * Outputs, batch * Outputs), 0.01);
                    if (step % 100 != 0)
                        continue;
                    double cost = net.Cost(x, y);
                    costs.Add(cost);
                    if (cost >= lowest)
                        continue;
                    lowest = cost;
                    net.Parameters.CopyTo(best);
                }

                net.SetParameters(best);
                return lowest;
            }

            /// <summary>Copies the first layer of another network.</summary>
            public void Take(Net{{Number(network)}} other)
            {
                net.W1.CopyFrom(other.W1.AsSpan());
                net.b1.CopyFrom(other.b1.AsSpan());
                var gradients = new float[Net{{Number(network)}}.ParameterCount];
                float[] x = Net{{Number(network)}}.Zeros(4), y = new float[4 * Net{{Number(network)}}.OutputSize];
                net.ComputeGradients(x, y, gradients);
                double norm = Math.Sqrt(gradients.Sum(static value => (double)value * value));
                costs.Add(norm);
            }

            /// <summary>What the network says of some examples.</summary>
            public float[] Predict(IEnumerable<float[]> examples)
            {
                var predictor = net.CreatePredictor();
                return [.. examples.SelectMany(example => predictor.Predict(example))];
            }
        }
        """;

    private static string Ordinary(int index) => $$"""
        using System.Globalization;
        using System.Text;

        namespace Scratch;

        /// <summary>An entry of a ledger.</summary>
        public sealed record Entry{{Number(index)}}(int Account, DateOnly Day, decimal Amount, string Text);

        /// <summary>The entries of some accounts.</summary>
        public sealed class Ledger{{Number(index)}}
        {
            private readonly Dictionary<int, List<Entry{{Number(index)}}>> accounts = [];
            private readonly decimal[] limits = new decimal[16];
            private int changes;

            /// <summary>The entries of all accounts.</summary>
            public int Count => accounts.Values.Sum(static entries => entries.Count);

            /// <summary>How often something was added.</summary>
            public int Changes => changes;

            /// <summary>Adds an entry.</summary>
            public void Add(Entry{{Number(index)}} entry)
            {
                ArgumentNullException.ThrowIfNull(entry);
                if (!accounts.TryGetValue(entry.Account, out var entries))
                {
                    entries = new List<Entry{{Number(index)}}>();
                    accounts.Add(entry.Account, entries);
                }

                int place = entries.FindIndex(other => other.Day > entry.Day);
                entries.Insert(place < 0 ? entries.Count : place, entry);
                changes++;
            }

            /// <summary>The balance of an account on a day.</summary>
            public decimal Balance(int account, DateOnly day)
            {
                decimal sum = 0;
                foreach (var entry in accounts.GetValueOrDefault(account) ?? [])
                {
                    if (entry.Day > day)
                        break;
                    sum += entry.Amount;
                }

                return sum;
            }

            /// <summary>The accounts whose balance is below their limit.</summary>
            public IEnumerable<int> Overdrawn(DateOnly day)
            {
                foreach (int account in accounts.Keys.Order())
                {
                    decimal limit = limits[Math.Abs(account) % limits.Length];
                    if (Balance(account, day) < -limit)
                        yield return account;
                }
            }

            /// <summary>Sums by month.</summary>
            public Dictionary<(int Year, int Month), decimal> ByMonth() => accounts.Values
                .SelectMany(static entries => entries)
                .GroupBy(static entry => (entry.Day.Year, entry.Day.Month))
                .ToDictionary(static month => month.Key, static month => month.Sum(static entry => entry.Amount));

            /// <summary>The ledger as text.</summary>
            public string Write()
            {
                var text = new StringBuilder();
                foreach (var (account, entries) in accounts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{account}: ").AppendLine();
                    for (int line = 0; line < entries.Count; line++)
                    {
                        var entry = entries[line];
                        string sign = entry.Amount switch { < 0 => "-", 0 => " ", _ => "+" };
                        text.Append("  ").Append(entry.Day.ToString("O", CultureInfo.InvariantCulture)).Append(' ').Append(sign);
                        text.AppendLine(Math.Abs(entry.Amount).ToString(CultureInfo.InvariantCulture));
                    }
                }

                return text.ToString();
            }

            /// <summary>Reads lines of the form "account;day;amount;text".</summary>
            public static Ledger{{Number(index)}} Read(IEnumerable<string> lines)
            {
                var ledger = new Ledger{{Number(index)}}();
                foreach (string line in lines)
                {
                    string[] parts = line.Split(';', 4);
                    if (parts.Length < 4 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out int account))
                        throw new FormatException($"The line {line} is no entry.");
                    var day = DateOnly.Parse(parts[1], CultureInfo.InvariantCulture);
                    decimal amount = decimal.Parse(parts[2], CultureInfo.InvariantCulture);
                    ledger.Add(new Entry{{Number(index)}}(account, day, amount, parts[3]));
                }

                return ledger;
            }
        }
        """;
}
