using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>Writes what the plan of a batch normalization says.</summary>
internal sealed class BatchNormWriter(
    KernelWriter kernel, BatchNormPlan plan, KernelTable table, LayerPlaces places, int parameterCount) : LayerWriter
{
    private static readonly Argument Start = Argument.Text("start");
    private static readonly Argument End = Argument.Text("end");
    private static readonly Argument Examples = Argument.Text("examples");

    private readonly BatchNormSpec layer = plan.Norm;

    private Argument Input => places.Activations(layer.Source);

    private Argument Deltas => places.Deltas(layer.Number);

    private Argument Gamma => places.Parameter(layer, ParameterRole.Scale);

    private Argument Beta => places.Parameter(layer, ParameterRole.Shift);

    private Argument RunningMean => places.Parameter(layer, BatchNormSpec.Mean);

    private Argument RunningVariance => places.Parameter(layer, BatchNormSpec.Variance);

    private Argument RunningScale => LayerPlaces.Packed("Scales", layer, plan.ScaleCopy);

    /// <inheritdoc/>
    public override int ResultLayer => plan.IsFoldedAway ? 0 : layer.Number;

    /// <inheritdoc/>
    public override void WriteForward()
    {
        if (table.IsFirst(plan, plan.Normalize))
        {
            new NormalizeWriter(kernel).Write(plan.Normalize, table.Of(plan.Normalize));
        }

        if (plan.RunningScale is { } running && table.IsFirst(plan, running))
        {
            new RunningScaleWriter(kernel).Write(running, table.Of(running));
        }

        if (plan.Statistics is { } statistics && table.IsFirst(plan, statistics))
        {
            new BatchStatisticsWriter(kernel, statistics, table.Of(statistics)).Write();
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
        if (plan.Deltas is { } deltas && table.IsFirst(plan, deltas))
        {
            new BatchDeltasWriter(kernel, deltas, table.Of(deltas)).Write();
        }

        if (plan.Back is { } back && table.IsFirst(plan, back))
        {
            new NormalizeBackWriter(kernel).Write(back, table.Of(back));
        }

        if (plan.Update is { } update && table.IsFirst(plan, update))
        {
            new BiasKernelWriter(kernel, parameterCount).Write(update, table.Of(update), table.IsOfMatrices(update));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() => plan.Statistics is { } statistics
        ? [new KernelCall("BlockMoments" + table.Of(statistics).Suffix, [Input, Region(BatchNormRegions.Blocks), Start, End])]
        : [NormalizeCall(RunningMean, RunningScale)];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> PredictionCalls() => plan.IsFoldedAway ? [] : [NormalizeCall(RunningMean, RunningScale)];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls()
    {
        if (plan.Deltas is not { } deltas)
        {
            return BackCalls();
        }

        return
        [
            new KernelCall(
                "BlockDeltas" + table.Of(deltas).Suffix,
                [Deltas, Input, Region(BatchNormRegions.Mean), Region(BatchNormRegions.Factor), Region(BatchNormRegions.Blocks), Start, End]),
        ];
    }

    /// <inheritdoc/>
    public override BatchSumCalls? BatchSums()
    {
        if (plan.Statistics is not { } statistics || plan.Deltas is not { } deltas)
        {
            return null;
        }

        Argument part = Argument.Text("part");
        Argument parts = Argument.Text("parts");
        return new BatchSumCalls(
            [
                new KernelCall(
                    "BatchMoments" + table.Of(statistics).Suffix,
                    [
                        Region(BatchNormRegions.Blocks),
                        Gamma,
                        Region(BatchNormRegions.Mean),
                        Region(BatchNormRegions.Factor),
                        Region(BatchNormRegions.Scale),
                        RunningMean,
                        RunningVariance,
                        Examples,
                        Argument.Text("changes"),
                        part,
                        parts,
                    ]),
            ],
            [NormalizeCall(Region(BatchNormRegions.Mean), Region(BatchNormRegions.Scale))],
            [
                new KernelCall(
                    "BatchDeltas" + table.Of(deltas).Suffix,
                    [Region(BatchNormRegions.Blocks), Region(BatchNormRegions.DeltaSum), Region(BatchNormRegions.ProductSum), Examples, part, parts]),
            ],
            BackCalls());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> GradientCalls()
    {
        if (plan.Update is not { } update)
        {
            return [];
        }

        KernelCall Call(string sums, ParameterRole role) => new(
            "BiasLayer" + table.Of(update).Suffix,
            [
                Region(sums),
                Argument.Text("ref parameters"),
                places.Parameter(layer, role, ArgumentKind.ParameterIndex),
                Argument.Text("1"),
                Argument.Text("ref sink"),
            ],
            Turn: layer.Number - 1);
        return [Call(BatchNormRegions.ProductSum, ParameterRole.Scale), Call(BatchNormRegions.DeltaSum, ParameterRole.Shift)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> PackCalls() => plan.IsPacked ? [RunningScaleCall() with { Turn = layer.Number - 1 }] : [];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> FoldCalls() => plan.IsFolded ? [RunningScaleCall()] : [];

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        CodeWriter writer = kernel.Writer;
        writer.Line($"// layer {layer.Number}: {plan.Summary}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} mean = {text.Of(RunningMean)};");
            writer.Line($"ref {kernel.Element} scale = {text.Of(RunningScale)};");
            writer.Line($"ref {kernel.Element} beta = {text.Of(Beta)};");
            using (kernel.OneExample(layer.Units))
            {
                string Load(string array) => VectorText.Load(kernel.Text.Width.Bits, array, "(nuint)unit");
                ResultText.WriteOne(
                    ResultPlan.OfOne(layer), kernel, NormalizeWriter.Normalized(Load(inputs[0]), Load("mean"), Load("scale"), Load("beta")), output);
            }
        }
    }

    private Argument Region(string name) => places.Region(layer.Number, name);

    private KernelCall RunningScaleCall() =>
        new("RunningScale" + table.Of(plan.RunningScale!).Suffix, [Gamma, RunningVariance, RunningScale]);

    private KernelCall NormalizeCall(Argument mean, Argument scale) => new(
        "NormalizeLayer" + table.Of(plan.Normalize).Suffix,
        [Input, mean, scale, Beta, .. plan.Normalize.Result.Arguments(layer.Number, places), Start, End]);

    private IReadOnlyList<KernelCall> BackCalls()
    {
        if (plan.Back is not { } back)
        {
            return [];
        }

        IEnumerable<Argument> target = DeltaTargetText.Arguments(back.Target, layer.Source, places);
        string name = "NormalizeBack" + table.Of(back).Suffix;
        return back.IsFrozen
            ? [new KernelCall(name, [Deltas, RunningScale, .. target, Start, End])]
            :
            [
                new KernelCall(
                    name,
                    [
                        Deltas,
                        Input,
                        Region(BatchNormRegions.Mean),
                        Region(BatchNormRegions.Factor),
                        Region(BatchNormRegions.Scale),
                        Region(BatchNormRegions.DeltaSum),
                        Region(BatchNormRegions.ProductSum),
                        .. target,
                        Start,
                        End,
                        Examples,
                    ]),
            ];
    }
}
