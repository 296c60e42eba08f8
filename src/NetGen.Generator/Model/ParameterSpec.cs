namespace NetGen.Generator.Model;

/// <summary>
/// One parameter array of a layer. What it is drawn from follows from its role: weights as the network declares, a scale is 1, everything else 0.
/// </summary>
/// <param name="Role">What it is for.</param>
/// <param name="Shape">Its shape; the values lie row by row.</param>
/// <param name="Symbol">How formulas write it.</param>
internal sealed record ParameterSpec(ParameterRole Role, TensorShape Shape, string Symbol)
{
    /// <summary>A parameter that formulas write as its role says.</summary>
    public ParameterSpec(ParameterRole role, TensorShape shape)
        : this(role, shape, ParameterSymbols.Of(role))
    {
    }
}
