using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A network class that a search tries, whatever its layers are.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public abstract class TrialNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected TrialNetwork(string name, NetworkDescription description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>What tables call it.</summary>
    public string Name { get; }

    /// <summary>The network.</summary>
    public NetworkDescription Description { get; }

    /// <summary>A network class.</summary>
    /// <param name="name">What tables call it; null: its own name.</param>
    /// <typeparam name="TNetwork">The class.</typeparam>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TrialNetwork<T> Of<TNetwork>(string? name = null)
        where TNetwork : class, INetwork<TNetwork, T>, new()
    {
        name ??= TNetwork.Description.Name;
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Made<TNetwork>(name);
    }

    /// <summary>Trains a new network.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="seed">What its parameters are drawn from.</param>
    /// <param name="weightScale">What its initial weights are multiplied by.</param>
    /// <param name="train">The examples.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal abstract TrainingResult Fit(
        OptimizerChoice<T> optimizer, int seed, double weightScale, Dataset<T> train, TrainingOptions options, CancellationToken cancellationToken);

    private sealed class Made<TNetwork>(string name) : TrialNetwork<T>(name, TNetwork.Description)
        where TNetwork : class, INetwork<TNetwork, T>, new()
    {
        internal override TrainingResult Fit(
            OptimizerChoice<T> optimizer, int seed, double weightScale, Dataset<T> train, TrainingOptions options, CancellationToken cancellationToken)
        {
            var network = new TNetwork();
            network.Initialize(seed);
            if (weightScale != 1.0)
            {
                // Parameters that were set keep the statistics that they come with, so these are measured first.
                T[]? fitted = StatisticsFitter.FitUnfitted(TNetwork.Description, network.Parameters, train);
                network.SetParameters(Scaled(fitted is null ? network.Parameters : fitted, weightScale));
            }

            return optimizer.Fit(network, train, options, cancellationToken);
        }

        private static T[] Scaled(ReadOnlySpan<T> drawn, double scale)
        {
            T[] parameters = drawn.ToArray();
            foreach (ParameterDescription weights in TNetwork.Description.Parameters.Where(static parameter => parameter.Role == ParameterRole.Weights))
            {
                foreach (ref T weight in parameters.AsSpan(weights.Offset, weights.Count))
                {
                    weight = T.CreateTruncating(scale * double.CreateTruncating(weight));
                }
            }

            return parameters;
        }
    }
}
