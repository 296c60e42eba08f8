using NetGen.Generator.Memory;

namespace NetGen.Generator.Step;

/// <summary>Where the prediction of one example keeps the results of the layers.</summary>
/// <param name="Length">The elements that they take.</param>
/// <param name="Alignment">The elements that are left free so that they start on a cache line.</param>
/// <param name="IsOnStack">Whether they are kept on the stack; else in scratch.</param>
internal sealed record ResultsPlan(long Length, int Alignment, bool IsOnStack)
{
    /// <summary>The most bytes that are kept on the stack.</summary>
    private const int StackBytes = 16 * 1024;

    /// <summary>Plans the results of a network.</summary>
    public static ResultsPlan Of(MemoryPlan memory) =>
        new(memory.ResultsLength, memory.LineElements, memory.ResultsLength * memory.ElementSize <= StackBytes);
}
