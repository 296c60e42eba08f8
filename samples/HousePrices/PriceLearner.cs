using NetGen;

namespace HousePrices;

/// <summary>
/// A network that learns prices and is asked for them, with the scale of its inputs. This file, Networks.cs, House.cs and HouseTable.cs need nothing but
/// NetGen.
/// </summary>
internal sealed class PriceLearner<TNet>
    where TNet : class, INetwork<TNet, float>, new()
{
    private readonly TNet net = new();
    private readonly Dataset<float> scaled;
    private readonly Standardization<float> scale;

    /// <summary>Measures the houses.</summary>
    /// <param name="houses">The houses to learn from.</param>
    public PriceLearner(House[] houses)
    {
        // Square metres run to 180 and bedrooms to 5. Brought to the same scale, both can be learned at the same rate.
        Dataset<float> data = HouseTable.ToDataset(houses);
        scale = Standardization<float>.Fit(data);
        scaled = scale.Apply(data);
    }

    /// <summary>Trains the network.</summary>
    /// <param name="seed">What the initial weights are drawn from.</param>
    /// <param name="options">How to train.</param>
    /// <param name="cancellationToken">Stops after the current update.</param>
    public TrainingResult Train(int seed, TrainingOptions options, CancellationToken cancellationToken = default)
    {
        net.Initialize(seed);
        return Trainer.Fit(net, scaled, new GradientDescent<float>(), options, cancellationToken);
    }

    /// <summary>The price that the network predicts, in thousands.</summary>
    /// <param name="size">The floor of a house, in square metres.</param>
    /// <param name="bedrooms">The number of its bedrooms.</param>
    public float Price(float size, int bedrooms)
    {
        // What the network is asked must be scaled exactly as what it learned from.
        float[] house = [size, bedrooms];
        scale.Apply(house, house);
        var output = new float[1];
        net.Predict(house, output);
        return HouseTable.ToPrice(output[0]);
    }
}
