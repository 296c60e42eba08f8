using System.Numerics;

namespace NetGen;

/// <summary>What is saved with the parameters of a network, so that whoever loads them knows how to use them.</summary>
/// <typeparam name="T">The element type of the network: float or double.</typeparam>
public sealed record ModelSaveOptions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the outputs stand for: a name for each output, or two for the two classes of a single output, that of 0 first. None by default.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>How inputs are scaled before the network sees them; null when they are not.</summary>
    public FeatureScaling<T>? InputScaling { get; init; }

    /// <summary>How labels were scaled, which <see cref="FeatureScaling{T}.Undo"/> takes back from outputs; null when they were not.</summary>
    public FeatureScaling<T>? OutputScaling { get; init; }

    /// <summary>
    /// Whether parameters that are NaN or infinite are saved. By default they are refused: such a network predicts nothing, and its training has failed.
    /// </summary>
    public bool AllowNonFinite { get; init; }
}
