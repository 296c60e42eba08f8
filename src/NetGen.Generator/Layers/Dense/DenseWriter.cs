using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>Writes what the plan of a dense layer says.</summary>
internal sealed class DenseWriter(KernelWriter kernel, DensePlan plan, KernelTable table, LayerPlaces places, int parameterCount) : LayerWriter
{
    private static readonly Argument Start = Argument.Text("start");
    private static readonly Argument End = Argument.Text("end");

    private readonly int layer = plan.Dense.Number;

    private Argument Weights => places.Parameter(plan.Dense, ParameterRole.Weights);

    private Argument WeightsIndex => places.Parameter(plan.Dense, ParameterRole.Weights, ArgumentKind.ParameterIndex);

    /// <summary>b; without it, zeros.</summary>
    private Argument Bias =>
        plan.Zeros < 0 ? places.Parameter(plan.Dense, ParameterRole.Bias) : LayerPlaces.Packed("Zeros", plan.Dense, plan.Zeros);

    private Argument Input => places.Activations(plan.Dense.Source);

    private Argument ForwardCopy => LayerPlaces.Packed("Forward", plan.Dense, plan.ForwardCopy);

    /// <summary>A layer in dot form, or of few units, reads the weights as they lie.</summary>
    private Argument PredictWeights => plan.Fold is { } fold
        ? FoldedWeights(fold)
        : plan.Predicted.Form is PredictForm.Dot or PredictForm.FewUnits ? Weights : ForwardCopy;

    private Argument PredictBias => plan.Fold is { } fold ? FoldedBias(fold) : Bias;

    private Argument BackwardCopy => LayerPlaces.Packed("Backward", plan.Dense, plan.BackwardCopy);

    /// <inheritdoc/>
    public override void WriteForward()
    {
        var writer = new ForwardKernelWriter(kernel);
        foreach (ForwardPlan forward in Distinct(plan.Forward, plan.Fold?.Forward))
        {
            writer.Write(forward, table.Of(forward), isFolded: !forward.Equals(plan.Forward));
        }

        foreach (ActivationPass activation in Distinct(plan.Activation, plan.Fold?.Activation))
        {
            writer.Write(activation, table.Of(activation));
        }
    }

    /// <inheritdoc/>
    public override void WriteBackward()
    {
        if (plan.Backward is not null && table.IsFirst(plan, plan.Backward))
        {
            new BackwardKernelWriter(kernel).Write(plan.Backward, table.Of(plan.Backward));
        }

        if (!plan.IsTrained)
        {
            return;
        }

        if (table.IsFirst(plan, plan.Gradient))
        {
            new GradientKernelWriter(kernel, parameterCount, plan.Gradient, table.Of(plan.Gradient)).Write();
        }

        if (plan.Bias is { } bias && table.IsFirst(plan, bias))
        {
            new BiasKernelWriter(kernel, parameterCount).Write(bias, table.Of(bias), table.IsOfMatrices(bias));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls() =>
        ForwardCalls(plan.Forward, plan.Activation, plan.Forward.IsPacked ? ForwardCopy : Weights, Bias, layer);

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> PredictionCalls() => plan.Fold is { } fold
        ? ForwardCalls(fold.Forward, fold.Activation, FoldedWeights(fold), FoldedBias(fold), fold.Taker.Number)
        : ForwardCalls();

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> FoldCalls() => plan.Fold is { } fold ? FoldCalls(fold) : [];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> BackwardCalls()
    {
        if (plan.Backward is not { } backward)
        {
            return [];
        }

        List<Argument> arguments = [places.Deltas(layer), backward.Product.IsPacked ? BackwardCopy : Weights, Input];
        if (backward.Target.IsKept)
        {
            arguments.Add(places.Derivatives(plan.Dense.Source));
        }

        return [Call("BackwardLayer", backward, [.. arguments, places.Deltas(plan.Dense.Source), Start, End])];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> DeltaCalls() => plan.IsTrained && plan.Gradient.TilesDeltas
        ?
        [
            new KernelCall(
                "Rows.CopyTiles",
                [
                    places.Deltas(layer),
                    Number(plan.Gradient.DeltaStride),
                    Number(plan.Dense.Units),
                    Start,
                    End,
                    places.DeltaTiles(layer),
                    Number(GradientPlan.LineUnits),
                    Argument.Text("rows"),
                ]),
        ]
        : [];

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> GradientCalls()
    {
        if (!plan.IsTrained)
        {
            return [];
        }

        GradientPlan gradient = plan.Gradient;
        Argument examples = Argument.Text("examples");
        Argument optimizer = Argument.Text("ref sink");
        Argument parameters = Argument.Text("ref parameters");
        List<Argument> arguments = [gradient.TilesDeltas ? places.DeltaTiles(layer) : places.Deltas(layer), Input, parameters];
        if (gradient.Forward is not null)
        {
            arguments.Add(ForwardCopy);
        }

        if (gradient.Backward is not null)
        {
            arguments.Add(BackwardCopy);
        }

        if (gradient.CopiesPanels)
        {
            arguments.Add(Argument.Text("ref copy"));
        }

        arguments.Add(WeightsIndex);
        if (gradient.TilesDeltas)
        {
            arguments.Add(Argument.Text("rows"));
        }

        KernelCall weights = Call("GradientLayer", gradient, [.. arguments, examples, optimizer, Argument.Text("part"), Argument.Text("parts")]);
        if (plan.Bias is not { } bias)
        {
            return [weights];
        }

        Argument biasIndex = places.Parameter(plan.Dense, ParameterRole.Bias, ArgumentKind.ParameterIndex);
        return [weights, Call("BiasLayer", bias, places.Deltas(layer), parameters, biasIndex, examples, optimizer) with { Turn = layer - 1 }];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> PackCalls()
    {
        List<KernelCall> calls = [];
        if (plan.Gradient.Forward is { } forward)
        {
            calls.Add(PackCall("WeightPanels.PackUnits", ForwardCopy, forward));
        }

        if (plan.Gradient.Backward is { } backward)
        {
            calls.Add(PackCall("WeightPanels.PackInputs", BackwardCopy, backward));
        }

        return calls;
    }

    private bool SharesPredict => table.Of(plan.Predicted).Layers.Count >= PredictPlan.SharingLayers;

    /// <inheritdoc/>
    public override void WritePredict()
    {
        if (!SharesPredict || !table.IsFirst(plan, plan.Predicted))
        {
            return;
        }

        LayerLabel label = table.Of(plan.Predicted);
        using (kernel.Kernel($"{label.Title} in the prediction of one example.", $"void "
            + $"PredictLayer{label.Suffix}({kernel.Refs("a", "weights", "bias", "result")})"))
        {
            new DensePredictWriter(kernel, plan.Predicted, "a", "result").Write();
        }
    }

    /// <inheritdoc/>
    public override KernelCall? PredictCall() => SharesPredict
        ? Call("PredictLayer", plan.Predicted, places.Result(plan.Dense.Source), PredictWeights, PredictBias, places.Result(ResultLayer))
        : null;

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        CodeWriter writer = kernel.Writer;
        string word = ActivationFacts.Of((plan.Fold?.Taker ?? plan.Dense).Function.Kind).Word;
        string folded = plan.Fold is { } fold ? $", with the normalization of layer {fold.Taker.Number}" : string.Empty;
        writer.Line($"// layer {layer}: {VectorText.Count(plan.Dense.Inputs, "input")} to {VectorText.Count(plan.Dense.Units, "unit")}{folded}, {word}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} weights = {text.Of(PredictWeights)};");
            writer.Line($"ref {kernel.Element} bias = {text.Of(PredictBias)};");
            new DensePredictWriter(kernel, plan.Predicted, inputs[0], output).Write();
        }
    }

    /// <inheritdoc/>
    public override int ResultLayer => plan.Fold?.Taker.Number ?? layer;

    private IReadOnlyList<KernelCall> ForwardCalls(ForwardPlan forward, ActivationPass? activation, Argument weights, Argument bias, int result)
    {
        Argument results = places.Activations(result);
        KernelCall product = Call("ForwardLayer", forward, Input, weights, bias, results, Start, End);
        return activation switch
        {
            null => [product],
            { KeepsDerivative: true } => [product, Call("ActivateLayer", activation, results, places.Derivatives(result), Start, End)],
            _ => [product, Call("ActivateLayer", activation, results, Start, End)],
        };
    }

    private IReadOnlyList<KernelCall> FoldCalls(FoldPlan fold)
    {
        Argument units = Number(plan.Dense.Units);
        Argument inputs = Number(plan.Dense.Inputs);
        Argument scale = FoldedScale(fold);
        Argument epsilon = Argument.Text(kernel.Text.Literal(fold.Spec.Epsilon));
        var terms = new KernelCall(
            "FoldedNorm.Fold",
            [
                places.Parameter(fold.Taker, ParameterRole.Scale),
                places.Parameter(fold.Taker, ParameterRole.Shift),
                places.Parameter(fold.Taker, fold.Spec.Mean),
                places.Parameter(fold.Taker, fold.Spec.Variance),
                epsilon,
                Bias,
                units,
                scale,
                FoldedBias(fold),
            ]);
        if (PackedCopy.Of(fold.Forward.Outer, plan.Width) is not { } copy)
        {
            return [terms, new KernelCall("FoldedNorm.ScaleRows", [Weights, units, inputs, scale, FoldedWeights(fold)])];
        }

        Argument width = Number(copy.PanelWidth);
        Argument last = Number(copy.LastPanelWidth);
        return
        [
            terms,
            new KernelCall("WeightPanels.PackUnits", [Weights, units, inputs, FoldedWeights(fold), width, last, Number(0), Number(1)]),
            new KernelCall("FoldedNorm.ScalePanels", [FoldedWeights(fold), units, inputs, width, last, scale]),
        ];
    }

    private Argument FoldedWeights(FoldPlan fold) => LayerPlaces.Packed("FoldedW", plan.Dense, fold.Weights);

    private Argument FoldedScale(FoldPlan fold) => LayerPlaces.Packed("Scales", plan.Dense, fold.Scale);

    private Argument FoldedBias(FoldPlan fold) => LayerPlaces.Packed("FoldedB", plan.Dense, fold.Bias);

    /// <summary>Of kernels of a kind, those that are written with this layer.</summary>
    private IEnumerable<T> Distinct<T>(params T?[] plans)
        where T : class => plans.OfType<T>().Distinct().Where(kernelPlan => table.IsFirst(plan, kernelPlan));

    private KernelCall PackCall(string method, Argument target, PackedCopy copy) => new(
        method,
        [
            Weights,
            Number(plan.Dense.Units),
            Number(plan.Dense.Inputs),
            target,
            Number(copy.PanelWidth),
            Number(copy.LastPanelWidth),
            Argument.Text("part"),
            Argument.Text("parts"),
        ]);

    private KernelCall Call(string kernel, object shared, params Argument[] arguments) => new(kernel + table.Of(shared).Suffix, arguments);

    private static Argument Number(int value) => Argument.Text(VectorText.Number(value));
}
