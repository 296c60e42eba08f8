using System.Numerics;

namespace NetGen;

/// <summary>The velocity of an optimizer with momentum, and what each update of the present step multiplies by.</summary>
/// <param name="optimizer">The optimizer's name.</param>
/// <param name="decay">How much of the velocity a step keeps.</param>
internal sealed class VelocityState<T>(string optimizer, T decay) : BlockState<T>(optimizer, "velocity")
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How much of the velocity a step keeps.</summary>
    public readonly T Decay = decay;
}
