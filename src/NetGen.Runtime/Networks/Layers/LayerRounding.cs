using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// How far rounding may take the values and the gradients of one kind of layer, to first order and in units of the unit roundoff: see
/// <see cref="GradientRounding"/>.
/// </summary>
internal abstract class LayerRounding
{
    /// <summary>Writes E(Z) and E(A).</summary>
    /// <param name="layer">The layer in its pass.</param>
    public abstract void Forward(LayerErrors layer);

    /// <summary>dZ from dA; the same for a kind without an activation.</summary>
    /// <param name="layer">The layer in its pass.</param>
    /// <param name="da">dA.</param>
    public virtual UncertainGradient ThroughActivation(LayerErrors layer, UncertainGradient da) => da;

    /// <summary>Adds the errors of the gradients of the parameters, means over the examples, and dA of what comes in.</summary>
    /// <param name="layer">The layer in its pass.</param>
    /// <param name="dz">dZ.</param>
    /// <param name="ofParameters">Receives the errors, of the parameters of the layer.</param>
    /// <param name="da">Receives dA of each source; null for the input, where nobody wants it.</param>
    public abstract void Backward(LayerErrors layer, UncertainGradient dz, Span<double> ofParameters, ImmutableArray<UncertainGradient?> da);
}
