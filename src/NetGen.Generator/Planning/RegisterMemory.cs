using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;

namespace NetGen.Generator.Planning;

/// <summary>
/// Where a block of the register plan keeps what it computes, in elements an example: feature after feature, each the vector of the block's examples.
/// Multiplied by the lanes, the numbers are places in the block.
/// </summary>
internal sealed class RegisterMemory
{
    public RegisterMemory(NetworkSpec network, MemoryPlan memory)
    {
        int next = 0;
        int Take(int features)
        {
            int offset = next;
            next += features;
            return offset;
        }

        Activations = [Take(network.InputSize()), .. network.DenseLayers().Select(layer => Take(layer.Units))];
        Derivatives = [-1, .. network.DenseLayers().Select(layer => memory.StoresDerivative(layer) ? Take(layer.Units) : -1)];
        Deltas = [-1, .. network.DenseLayers().Select(layer => Take(layer.Units))];
        Labels = Take(network.OutputSize());
        Length = next;
    }

    /// <summary>Where A[l] starts; x at 0; of the last layer Z.</summary>
    public IReadOnlyList<int> Activations { get; }

    /// <summary>Where g'(Z[l]) starts; negative where it is computed from A[l].</summary>
    public IReadOnlyList<int> Derivatives { get; }

    /// <summary>Where dZ[l] starts.</summary>
    public IReadOnlyList<int> Deltas { get; }

    /// <summary>Where y starts.</summary>
    public int Labels { get; }

    /// <summary>The elements that an example takes.</summary>
    public int Length { get; }
}
