using System;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.StraightLine;

/// <summary>Lanes are examples, and the step of a block of examples is straight-line code with the parameters broadcast.</summary>
internal sealed class StraightLineForm(NetworkPlan plan) : StepForm(plan)
{
    /// <summary>The fewest parameters that a worker takes at a time.</summary>
    private const int PieceParameters = 8;

    private readonly RegisterMemory memory = new(plan.Network, plan.Memory);

    /// <inheritdoc/>
    public override long ExampleLength => memory.Length + 1;

    /// <inheritdoc/>
    public override bool ReadsPacked => false;

    /// <inheritdoc/>
    public override long GradientPieces => (Plan.Parameters.Count + PieceParameters - 1) / PieceParameters;

    /// <inheritdoc/>
    public override long ForwardScratchLength => (ForwardExamples * ExampleLength) + CopyLength;

    /// <inheritdoc/>
    public override string StepScratchLength => $"(rows * {ExampleLength}L) + {CopyLength}";

    /// <summary>The elements after the blocks, where an incomplete one is completed.</summary>
    private int CopyLength => Math.Max(Plan.Network.InputSize(), Plan.Network.OutputSize()) * Plan.Memory.LineElements;

    /// <inheritdoc/>
    public override string Places => "W and b in the parameters, Forward in packed, all others in a block of examples; A of the last layer is Z";

    /// <inheritdoc/>
    public override void WriteKernels(KernelContext context) => new RegisterStepWriter(context, memory).Write();

    /// <inheritdoc/>
    public override void WriteComment(CodeWriter writer, WidthPlan width) =>
        writer.Line($"// Register plan, because the network has {Plan.Parameters.Count} parameters (at most {Planner.RegisterPlanParameters}): "
            + "lanes are examples, the step of a block of them is straight-line code.");
}
