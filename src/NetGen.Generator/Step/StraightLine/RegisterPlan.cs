using System;
using NetGen.Generator.Memory;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>How much of a register plan's code stands side by side, for one vector width.</summary>
/// <param name="UnitsAtOnce">How many units are computed side by side: with their operands, as many as there are registers.</param>
/// <param name="GroupSize">The parameters whose gradients are added up side by side: at least eight, so that the latency of the multiply-adds is
/// hidden.</param>
/// <param name="BlocksAtOnce">How many blocks go through a pass before the next pass begins: as many as most of the first-level cache holds.</param>
internal sealed record RegisterPlan(int UnitsAtOnce, int GroupSize, int BlocksAtOnce)
{
    /// <summary>The bytes of the first-level cache that blocks may take: most of the 32 KB that the smallest of today have.</summary>
    private const int MostOfFirstLevelCache = 24 * 1024;

    /// <summary>The fewest blocks: with fewer, the steps of a pass wait for one another.</summary>
    private const int FewestBlocks = 4;

    /// <summary>The fewest accumulators that hide the latency of a multiply-add.</summary>
    private const int Accumulators = 8;

    /// <summary>Plans a width.</summary>
    public static RegisterPlan Of(VectorWidth width, RegisterMemory memory) => new(
        width.Bits == 512 ? 16 : 8,
        Math.Max(width.Lanes, Accumulators),
        Math.Max(FewestBlocks, MostOfFirstLevelCache / (memory.Length * width.Bits / 8)));
}
