using System.Collections.Generic;
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
    private Argument PredictWeights => plan.Predict.Form is PredictForm.Dot or PredictForm.FewUnits ? Weights : ForwardCopy;

    private Argument BackwardCopy => LayerPlaces.Packed("Backward", plan.Dense, plan.BackwardCopy);

    /// <inheritdoc/>
    public override void WriteForward()
    {
        var forward = new ForwardKernelWriter(kernel);
        if (table.IsFirst(plan, plan.Forward))
        {
            forward.Write(plan.Forward, table.Of(plan.Forward));
        }

        if (plan.Activation is not null && table.IsFirst(plan, plan.Activation))
        {
            forward.Write(plan.Activation, table.Of(plan.Activation));
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
            new BiasKernelWriter(kernel, parameterCount).Write(bias, table.Of(bias));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KernelCall> ForwardCalls()
    {
        Argument activations = places.Activations(layer);
        List<KernelCall> calls =
        [
            Call("ForwardLayer", plan.Forward, Input, plan.Forward.IsPacked ? ForwardCopy : Weights, Bias, activations, Start, End),
        ];
        if (plan.Activation is { } activation)
        {
            calls.Add(activation.KeepsDerivative
                ? Call("ActivateLayer", activation, activations, places.Derivatives(layer), Start, End)
                : Call("ActivateLayer", activation, activations, Start, End));
        }

        return calls;
    }

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

    private bool SharesPredict => table.Of(plan.Predict).Layers.Count >= PredictPlan.SharingLayers;

    /// <inheritdoc/>
    public override void WritePredict()
    {
        if (!SharesPredict || !table.IsFirst(plan, plan.Predict))
        {
            return;
        }

        LayerLabel label = table.Of(plan.Predict);
        using (kernel.Kernel($"{label.Title} in the prediction of one example.", $"void "
            + $"PredictLayer{label.Suffix}({kernel.Refs("a", "weights", "bias", "result")})"))
        {
            new DensePredictWriter(kernel, plan.Predict, "a", "result").Write();
        }
    }

    /// <inheritdoc/>
    public override KernelCall? PredictCall() => SharesPredict
        ? Call("PredictLayer", plan.Predict, places.Result(plan.Dense.Source), PredictWeights, Bias, places.Result(layer))
        : null;

    /// <inheritdoc/>
    public override void WritePredictInline(IReadOnlyList<string> inputs, string output, CallText text)
    {
        CodeWriter writer = kernel.Writer;
        string word = ActivationFacts.Of(plan.Dense.Activation).Word;
        writer.Line($"// layer {layer}: {VectorText.Count(plan.Dense.Inputs, "input")} to {VectorText.Count(plan.Dense.Units, "unit")}, {word}");
        using (writer.Block())
        {
            writer.Line($"ref {kernel.Element} weights = {text.Of(PredictWeights)};");
            writer.Line($"ref {kernel.Element} bias = {text.Of(Bias)};");
            new DensePredictWriter(kernel, plan.Predict, inputs[0], output).Write();
        }
    }

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
