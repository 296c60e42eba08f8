using System.Linq;
using NetGen.Generator.Layers.Registry;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Step;

/// <summary>Where the prediction of one example keeps the results of the layers.</summary>
/// <param name="Length">The elements that they take.</param>
/// <param name="Alignment">The elements that are left free so that they start on a cache line.</param>
/// <param name="IsOnStack">Whether they are kept on the stack; else in scratch.</param>
/// <param name="Input">Where the copy of x starts, which a layer reads in whole vectors; negative without one.</param>
internal sealed record ResultsPlan(long Length, int Alignment, bool IsOnStack, long Input)
{
    /// <summary>The most bytes that are kept on the stack.</summary>
    private const int StackBytes = 16 * 1024;

    /// <summary>Whether x is copied.</summary>
    public bool CopiesInput => Input >= 0;

    /// <summary>Plans the results of a network.</summary>
    public static ResultsPlan Of(NetworkSpec network, MemoryPlan memory)
    {
        bool copies = network.Layers.Any(static layer => layer.Sources.Contains(0) && LayerKinds.Of(layer).ReadsWholeVectors);
        long length = memory.ResultsLength + (copies ? memory.WholeLines(network.InputSize()) : 0);
        return new ResultsPlan(length, memory.LineElements, length * memory.ElementSize <= StackBytes, copies ? memory.ResultsLength : -1);
    }
}
