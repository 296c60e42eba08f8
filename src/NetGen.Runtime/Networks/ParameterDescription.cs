namespace NetGen;

/// <summary>One parameter array of a network, as model files name it.</summary>
/// <param name="Name">W1, b1, W2, ..., or with the name of the layer: stem.W, stem.b.</param>
/// <param name="Layer">The layer that has it, from 1.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Shape">The shape: (n[l], n[l-1]) of weights, (n[l]) of biases.</param>
/// <param name="Offset">Where its values start among all parameters of the network; they lie row by row.</param>
public sealed record ParameterDescription(string Name, int Layer, ParameterRole Role, TensorShape Shape, int Offset)
{
    /// <summary>Whether a gradient reaches it: not a statistic, and not of a frozen layer.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>What each value is before training; weights are drawn instead.</summary>
    internal double Start { get; init; }

    /// <summary>The number of values.</summary>
    public int Count => (int)Shape.Length;

    /// <summary>The name of one value, such as W2[3, 5] or b2[3].</summary>
    /// <param name="index">Its index among the values of this array.</param>
    public string NameOf(int index) => $"{Name}[{PlaceOf(index)}]";

    /// <summary>The place of one value as an index in each dimension, such as 3, 5.</summary>
    internal string PlaceOf(int index)
    {
        string place = string.Empty;
        for (int dimension = Shape.Rank - 1; dimension >= 0; dimension--)
        {
            (index, int here) = Math.DivRem(index, Shape[dimension]);
            place = place.Length == 0 ? MessageText.Text($"{here}") : MessageText.Text($"{here}, {place}");
        }

        return place;
    }
}
