namespace NetGen;

/// <summary>A number that an optimizer keeps for the whole network, such as how many steps it has made.</summary>
public sealed class OptimizerScalar
{
    /// <summary>A number.</summary>
    /// <param name="name">Its name, such as "step count".</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public OptimizerScalar(string name, double value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Value = value;
    }

    /// <summary>The name, such as "step count".</summary>
    public string Name { get; }

    /// <summary>The number.</summary>
    public double Value { get; }
}
