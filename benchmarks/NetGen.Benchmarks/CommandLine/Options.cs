using System.Globalization;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The options behind a command.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Reads pairs such as --threads 2.</summary>
    /// <param name="arguments">What stands behind the command.</param>
    /// <param name="known">The options that the command has.</param>
    /// <exception cref="UsageException">An option is unknown, or has no value.</exception>
    public Options(ReadOnlySpan<string> arguments, params string[] known)
    {
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (!known.Contains(arguments[i]))
            {
                string choices = known.Length == 0 ? "it has none" : $"its options are {string.Join(", ", known)}";
                throw new UsageException($"{arguments[i]} is not an option of this command: {choices}.");
            }

            if (i + 1 == arguments.Length)
            {
                throw new UsageException($"{arguments[i]} needs a value behind it.");
            }

            values[arguments[i]] = arguments[i + 1];
        }
    }

    /// <summary>--threads; all cores when it is not given.</summary>
    public int Threads => values.TryGetValue("--threads", out string? text)
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024
            ? threads
            : throw new UsageException($"--threads is {text}, but must be a whole number from 1 to 1024.")
        : Environment.ProcessorCount;

    /// <summary>--optimizer; plain gradient descent when it is not given.</summary>
    public OptimizerKind Optimizer => Text("--optimizer") switch
    {
        null or "sgd" => OptimizerKind.Sgd,
        "momentum" => OptimizerKind.Momentum,
        "adam" => OptimizerKind.Adam,
        string text => throw new UsageException($"--optimizer is {text}, but must be sgd, momentum or adam."),
    };

    /// <summary>The value of an option; null when it is not given.</summary>
    public string? Text(string option) => values.GetValueOrDefault(option);
}
