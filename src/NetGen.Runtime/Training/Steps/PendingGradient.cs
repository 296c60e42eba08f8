using System.Numerics;

namespace NetGen;

/// <summary>The gradient of batches that wait for their update.</summary>
/// <param name="Batches">How many there are; 0: none.</param>
/// <param name="Examples">How many examples they hold.</param>
/// <param name="Sum">The sum of their gradients, each times its examples; empty where there are none.</param>
internal readonly record struct PendingGradient<T>(int Batches, long Examples, ReadOnlyMemory<T> Sum)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
