using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Embed;

/// <summary>Writes what the plan of an embedding says. Its inputs are class indices, so that no gradient goes back.</summary>
internal sealed class EmbedWriter(KernelWriter kernel, EmbedPlan plan, KernelTable table, LayerPlaces places, int parameterCount) : LayerWriter
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly EmbedForwardPlan forward = plan.Forward;

    private Argument Weights => places.Parameter(plan.Embed, ParameterRole.Weights);

    /// <inheritdoc/>
    public override int ResultLayer => plan.Embed.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (!table.IsFirst(plan, forward))
        {
            return;
        }

        LayerLabel label = table.Of(forward);
        using (kernel.Kernel(
            $"{label.Title}: {label.Of("A")} is the row of {label.Of("W")} of the class {label.OfSource("A")}.",
            $"void EmbedLayer{label.Suffix}({kernel.Refs("input", "weights", "output")}, nint start, nint end)"))
        using (writer.Block("for (nint i = start; i < end; i++)"))
        {
            string index = $"Unsafe.Add(ref input, {VectorText.Times("i", forward.IndexStride)})";
            WriteRow(index, $"Unsafe.Add(ref output, {VectorText.Times("i", forward.Stride)})");
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
        if (plan.Gradient is { } gradient && table.IsFirst(plan, gradient))
        {
            new EmbedGradientWriter(kernel, parameterCount, gradient, table.Of(gradient)).Write();
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
    [
        new KernelCall(
            "EmbedLayer" + table.Of(forward).Suffix,
            [places.Activations(plan.Embed.Source), Weights, places.Activations(plan.Embed.Number), Argument.Text("start"), Argument.Text("end")]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => [];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> GradientCalls() => plan.Gradient is not { } gradient
        ? []
        :
        [
            new KernelCall(
                "EmbedGradient" + table.Of(gradient).Suffix,
                [
                    places.Activations(plan.Embed.Source),
                    places.Deltas(plan.Embed.Number),
                    places.Region(plan.Embed.Number, EmbedKind.Heads),
                    places.Region(plan.Embed.Number, EmbedKind.Links),
                    Argument.Text("ref parameters"),
                    places.Parameter(plan.Embed, ParameterRole.Weights, ArgumentKind.ParameterIndex),
                    Argument.Text("examples"),
                    Argument.Text("ref sink"),
                    Argument.Text("part"),
                    Argument.Text("parts"),
                ]),
        ];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        writer.Line($"// layer {plan.Embed.Number}: {plan.Summary}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} weights = {text.Of(Weights)};");
            WriteRow(inputs[0], output);
        }
    }

    private void WriteRow(string index, string row)
    {
        string category = CategoryText.Of(index, forward.Categories, forward.Unknown);
        writer.Line($"ref {kernel.Element} w = ref Unsafe.Add(ref weights, {VectorText.Times($"(nint){category}", forward.Dimensions)});");
        writer.Line($"MemoryMarshal.CreateSpan(ref w, {forward.Dimensions}).CopyTo(MemoryMarshal.CreateSpan(ref {row}, {forward.Dimensions}));");
    }
}
