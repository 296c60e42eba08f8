using System;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>Lanes are units or inputs, and each layer has tiles of its own.</summary>
internal sealed class TiledForm(NetworkPlan plan) : StepForm(plan)
{
    /// <inheritdoc/>
    public override long ExampleLength => Plan.Memory.ExampleLength;

    /// <inheritdoc/>
    public override bool ReadsPacked => true;

    /// <inheritdoc/>
    public override long GradientPieces =>
        Math.Min(int.MaxValue, Plan.Widths.Max(static width => width.Layers.Max(static layer => layer.GradientPieces)));

    /// <inheritdoc/>
    public override long ForwardScratchLength => ForwardExamples * ExampleLength;

    /// <inheritdoc/>
    public override string StepScratchLength
    {
        get
        {
            string example = $"{ExampleLength}L";
            return $"rows * {(Plan.Memory.PanelLength > 0 ? $"({example} + (workers * {Plan.Memory.PanelLength}L))" : example)}";
        }
    }

    /// <inheritdoc/>
    public override string Places => Plan.Network.Layers.All(static layer => layer.HasMatrix)
        ? "W and b in the parameters, Forward and Backward in packed, all others in scratch, times rows"
        : "W, b, gamma, beta, mean, variance and scale in the parameters, Forward, Backward, Scales, Folded and Zeros in packed, "
            + "all others in scratch, times rows";

    /// <inheritdoc/>
    public override void WriteKernels(KernelContext context)
    {
        new TiledStepWriter(context).Write();
        foreach (LayerWriter layer in context.Writers)
        {
            layer.WriteForward();
        }

        new OutputWriter(context).Write();
        foreach (LayerWriter layer in context.Writers)
        {
            layer.WriteBackward();
        }
    }

    /// <inheritdoc/>
    public override void WriteComment(CodeWriter writer, WidthPlan width)
    {
        foreach (IGrouping<string, LayerPlan> same in width.Layers.GroupBy(static layer => layer.Summary))
        {
            var label = new LayerLabel(string.Empty, [.. same.Select(static layer => layer.Layer.Number)], []);
            writer.Line($"// {label.Title.ToLowerInvariant()}, {same.Key}");
        }
    }
}
