namespace NetGen;

/// <summary>One parameter array of a layer.</summary>
/// <param name="Symbol">Its symbol, such as W; with the layer it makes the name.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Start">What each value is before training; weights are drawn instead.</param>
internal readonly record struct LayerParameter(string Symbol, ParameterRole Role, TensorShape Shape, double Start = 0.0)
{
    /// <summary>A parameter whose symbol is that of its role.</summary>
    public static LayerParameter Of(ParameterRole role, TensorShape shape) =>
        new(ParameterSymbols.Of(role), role, shape, role == ParameterRole.Scale ? 1.0 : 0.0);
}
