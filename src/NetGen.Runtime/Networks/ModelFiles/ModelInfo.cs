using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>What a model file says of itself. Files that NetGen did not write, such as those of numpy.savez, say nothing.</summary>
/// <typeparam name="T">The element type in which the scaling is read: float or double.</typeparam>
public sealed record ModelInfo<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The version of the format; 0 for a file that says nothing of itself.</summary>
    public int FormatVersion { get; init; }

    /// <summary>The network that was saved: name, layers with their activations, loss, initializer; null when the file does not say.</summary>
    public NetworkDescription? Network { get; init; }

    /// <summary>The element type of the network that was saved; null when the file does not say.</summary>
    public ElementType? Element { get; init; }

    /// <summary>What the outputs stand for; empty when the file does not say. See <see cref="ModelSaveOptions{T}.ClassNames"/>.</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];

    /// <summary>How inputs are to be scaled; null when they are not, or the file does not say.</summary>
    public FeatureScaling<T>? InputScaling { get; init; }

    /// <summary>How labels were scaled; null when they were not, or the file does not say.</summary>
    public FeatureScaling<T>? OutputScaling { get; init; }
}
