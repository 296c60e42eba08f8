namespace NetGen;

/// <summary>
/// How far rounding may take the values and the gradients of one kind of layer, to first order and in units of the unit roundoff: see
/// <see cref="GradientRounding"/>.
/// </summary>
internal abstract class LayerRounding
{
    /// <summary>E(Z) and E(A).</summary>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="inputs">|A| + E(A) of what comes in.</param>
    /// <param name="z">Z.</param>
    /// <param name="a">A.</param>
    public abstract (double[] OfZ, double[] OfA) Forward(ReadOnlySpan<double> parameters, double[] inputs, double[] z, double[] a);

    /// <summary>dZ and its error from dA and its error.</summary>
    /// <param name="da">dA.</param>
    /// <param name="errors">E(dA).</param>
    /// <param name="z">Z.</param>
    /// <param name="ofZ">E(Z).</param>
    public abstract (double[] Dz, double[] Errors) ThroughActivation(double[] da, double[] errors, double[] z, double[] ofZ);

    /// <summary>Writes the errors of the gradients of the parameters, means over the examples.</summary>
    /// <param name="dz">dZ.</param>
    /// <param name="errors">E(dZ).</param>
    /// <param name="a">A of what comes in.</param>
    /// <param name="ofA">E(A) of what comes in.</param>
    /// <param name="ofParameters">Receives the errors, of the parameters of the layer.</param>
    public abstract void AddParameters(double[] dz, double[] errors, double[] a, double[] ofA, Span<double> ofParameters);

    /// <summary>dA of what comes in, and its error, from dZ and its error.</summary>
    /// <param name="parameters">The parameters of the layer.</param>
    /// <param name="dz">dZ.</param>
    /// <param name="errors">E(dZ).</param>
    public abstract (double[] Da, double[] Errors) ThroughParameters(ReadOnlySpan<double> parameters, double[] dz, double[] errors);
}
