using System.Numerics;

namespace NetGen;

/// <summary>An optimizer that a search tries: a way to make one anew for each trial.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public abstract class OptimizerChoice<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected OptimizerChoice(string name) => Name = name;

    /// <summary>What tables call it.</summary>
    public string Name { get; }

    /// <summary>An optimizer.</summary>
    /// <param name="make">Makes one, as in <c>() => new Adam&lt;float&gt;()</c>; its learning rate is that of the trial, where rates are searched.</param>
    /// <param name="name">What tables call it; null: the name of its type.</param>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OptimizerChoice<T> Of<TOptimizer>(Func<TOptimizer> make, string? name = null)
        where TOptimizer : struct, IOptimizer<T>
    {
        ArgumentNullException.ThrowIfNull(make);
        name ??= typeof(TOptimizer).Name.Split('`')[0];
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Made<TOptimizer>(name, make);
    }

    /// <summary>Trains a network with one.</summary>
    internal abstract TrainingResult Fit<TNetwork>(TNetwork network, Dataset<T> train, TrainingOptions options, CancellationToken cancellationToken)
        where TNetwork : class, INetwork<TNetwork, T>;

    private sealed class Made<TOptimizer>(string name, Func<TOptimizer> make) : OptimizerChoice<T>(name)
        where TOptimizer : struct, IOptimizer<T>
    {
        internal override TrainingResult Fit<TNetwork>(TNetwork network, Dataset<T> train, TrainingOptions options, CancellationToken cancellationToken) =>
            Trainer.Fit(network, train, make(), options, cancellationToken);
    }
}
