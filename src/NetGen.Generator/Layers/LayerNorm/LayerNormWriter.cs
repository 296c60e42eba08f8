using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.LayerNorm;

/// <summary>Writes what the plan of a layer normalization says.</summary>
internal sealed class LayerNormWriter(
    KernelWriter kernel, LayerNormPlan plan, KernelTable table, LayerPlaces places, int parameterCount) : LayerWriter
{
    private static readonly Argument Start = Argument.Text("start");
    private static readonly Argument End = Argument.Text("end");

    private readonly LayerNormSpec layer = plan.Norm;

    private Argument Gamma => places.Parameter(layer, ParameterRole.Scale);

    private Argument Beta => places.Parameter(layer, ParameterRole.Shift);

    private Argument Moments => places.Region(layer.Number, LayerNormKind.Moments);

    /// <inheritdoc/>
    public override int ResultLayer => layer.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (table.IsFirst(plan, plan.Forward))
        {
            new LayerNormForwardWriter(kernel, plan.Forward).Write(table.Of(plan.Forward));
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
        if (plan.Backward is { } backward && table.IsFirst(plan, backward))
        {
            new LayerNormBackwardWriter(kernel).Write(backward, table.Of(backward));
        }

        if (plan.Scale is { } scale && table.IsFirst(plan, scale))
        {
            new LayerNormScaleWriter(kernel, parameterCount).Write(scale, table.Of(scale));
        }

        if (plan.Shift is { } shift && table.IsFirst(plan, shift))
        {
            new BiasKernelWriter(kernel, parameterCount).Write(shift, table.Of(shift), table.IsOfMatrices(shift));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
    [
        new KernelCall(
            "NormalizeLayer" + table.Of(plan.Forward).Suffix,
            [places.Activations(layer.Source), Gamma, Beta, Moments, .. plan.Forward.Result.Arguments(layer.Number, places), Start, End]),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls() => plan.Backward is not { } backward
        ? []
        :
        [
            new KernelCall(
                "NormalizeBack" + table.Of(backward).Suffix,
                [
                    places.Deltas(layer.Number),
                    places.Activations(layer.Source),
                    Gamma,
                    Moments,
                    .. DeltaTargetText.Arguments(backward.Target, layer.Source, places),
                    Start,
                    End,
                ]),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> GradientCalls()
    {
        if (plan.Scale is not { } scale || plan.Shift is not { } shift)
        {
            return [];
        }

        Argument parameters = Argument.Text("ref parameters");
        Argument examples = Argument.Text("examples");
        Argument sink = Argument.Text("ref sink");
        Argument scaleIndex = places.Parameter(layer, ParameterRole.Scale, ArgumentKind.ParameterIndex);
        Argument shiftIndex = places.Parameter(layer, ParameterRole.Shift, ArgumentKind.ParameterIndex);
        Argument deltas = places.Deltas(layer.Number);
        return
        [
            new KernelCall(
                "ScaleLayer" + table.Of(scale).Suffix,
                [deltas, places.Activations(layer.Source), Moments, parameters, scaleIndex, examples, sink]) { Turn = layer.Number },
            new KernelCall("BiasLayer" + table.Of(shift).Suffix, [deltas, parameters, shiftIndex, examples, sink]) { Turn = layer.Number - 1 },
        ];
    }

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        CodeWriter writer = kernel.Writer;
        writer.Line($"// layer {layer.Number}: {plan.Summary}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} gamma = {text.Of(Gamma)};");
            writer.Line($"ref {kernel.Element} beta = {text.Of(Beta)};");
            new LayerNormForwardWriter(kernel, plan.Forward).WriteOne(inputs[0], output, ResultPlan.OfOne(layer));
        }
    }
}
