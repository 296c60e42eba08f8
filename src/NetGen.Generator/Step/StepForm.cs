using System;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step;

/// <summary>A family of code: what writers ask of it beside its kernels. Nothing else depends on which it is.</summary>
internal abstract class StepForm(NetworkPlan plan)
{
    /// <summary>How many examples predictions and costs take at a time, so that what they compute stays in the second-level cache.</summary>
    public const int ForwardExamples = 128;

    /// <summary>
    /// The bytes of intermediate results that a step keeps at most: a little less than what a thread keeps for good. Of more, less would mean more slices,
    /// each of which costs a pass over the gradients.
    /// </summary>
    private const long SliceBytes = 240L * 1024 * 1024;

    /// <summary>The workers whose panels the bound counts: slices must not depend on how many there are, or the bits of their sum would.</summary>
    private const int PanelWorkers = 16;

    /// <summary>A multiple of the rows of every tile and of the lanes of every vector.</summary>
    private const int SliceRows = 48;

    /// <summary>Whether a long batch goes through in slices: not where a layer needs sums over all of it.</summary>
    public bool Slices => !plan.Phases.SumsBatch;

    /// <summary>The most examples of a slice: as many as the bound allows, at least a few.</summary>
    public int SliceExamples
    {
        get
        {
            long rounds = SliceBytes / plan.Memory.ElementSize / (ExampleLength + (PanelWorkers * plan.Memory.PanelLength)) / SliceRows;
            return (int)Math.Min(int.MaxValue / SliceRows, Math.Max(1, rounds)) * SliceRows;
        }
    }

    /// <summary>The plan.</summary>
    protected NetworkPlan Plan => plan;

    /// <summary>The elements of scratch that an example takes in a step.</summary>
    public abstract long ExampleLength { get; }

    /// <summary>Whether a step reads packed copies of weights.</summary>
    public abstract bool ReadsPacked { get; }

    /// <summary>The most pieces that the update of one layer is shared in.</summary>
    public abstract long GradientPieces { get; }

    /// <summary>The elements of scratch that <see cref="ForwardExamples"/> take.</summary>
    public abstract long ForwardScratchLength { get; }

    /// <summary>The elements of scratch of a step, an expression of "rows" and "workers".</summary>
    public abstract string StepScratchLength { get; }

    /// <summary>What the constants are counted in that say where arrays start.</summary>
    public abstract string Places { get; }

    /// <summary>Writes the kernels of a step, of predictions and of costs.</summary>
    public abstract void WriteKernels(KernelContext context);

    /// <summary>Writes what was chosen, a comment.</summary>
    public abstract void WriteComment(CodeWriter writer, WidthPlan width);
}
