using System.Numerics;

namespace NetGen;

/// <summary>Keeps the parameters for which the cost of a validation set was lowest.</summary>
internal sealed class BestParameters<TNetwork, T>(TNetwork network, Dataset<T> validation, int threads)
    where TNetwork : class, INetwork<TNetwork, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] parameters = new T[TNetwork.ParameterCount];

    /// <summary>The epoch whose end had the lowest cost; null when no cost was a number.</summary>
    public int? Epoch { get; private set; }

    /// <summary>The lowest cost; null when no cost was a number.</summary>
    public double? Cost { get; private set; }

    /// <summary>Computes the cost of the validation set with the present parameters, and keeps them when there was no lower one.</summary>
    public double Observe(int epoch)
    {
        double cost = network.Cost(validation.X, validation.Y, threads);
        if (cost < (Cost ?? double.PositiveInfinity))
        {
            Cost = cost;
            Epoch = epoch;
            network.Parameters.CopyTo(parameters);
        }

        return cost;
    }

    /// <summary>Gives the network the best parameters back, if there were any.</summary>
    public void Restore()
    {
        if (Epoch is not null)
            network.SetParameters(parameters);
    }
}
