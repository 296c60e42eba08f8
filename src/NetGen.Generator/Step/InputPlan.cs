using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Step;

/// <summary>How the first layer reads the examples.</summary>
/// <param name="Size">The values of an example.</param>
/// <param name="Stride">The distance between two rows, as the layer reads them.</param>
/// <param name="IsCopied">Whether x is copied into rows of that length.</param>
internal sealed record InputPlan(int Size, int Stride, bool IsCopied)
{
    /// <summary>Plans the beginning of a network.</summary>
    public static InputPlan Of(NetworkSpec network, MemoryPlan memory) => new(network.InputSize(), memory.Strides[0], memory.CopiesInput);
}
