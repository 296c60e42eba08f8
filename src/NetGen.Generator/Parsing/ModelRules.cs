using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// The activations and the loss of a declaration: what is not said is inferred, what cannot be trained is reported and replaced by the nearest that can.
/// </summary>
internal static class ModelRules
{
    /// <summary>Completes a declaration whose sizes and layers are valid.</summary>
    public static CompletedModel Complete(
        string network, EquatableArray<int> sizes, DeclaredOptions options, Dictionary<int, LayerOverride> overrides, List<DeclarationProblem> problems)
    {
        int before = problems.Count;
        int last = sizes.Count - 1;
        var activations = new Activation[last];
        for (int layer = 1; layer < last; layer++)
        {
            activations[layer - 1] = Hidden(network, layer, last, options, overrides, problems);
        }

        (activations[last - 1], var kind) = Output(network, sizes, options, overrides, problems);
        var loss = LossSpec.Of(kind, activations[last - 1]);
        if (overrides.TryGetValue(last, out var ofOutput) && ofOutput.Dropout > 0)
        {
            problems.Add(DeclarationProblem.Create(
                ProblemKind.DropoutOfOutput,
                new ProblemSite(SitePart.LayerArgument, ofOutput.Attribute, nameof(LayerOverride.Dropout)),
                network,
                Text(last)));
        }

        if (problems.Count > before)
        {
            return new CompletedModel(Layers(static (_, _) => ActivationSpec.DefaultSlope), loss);
        }

        loss = options.Numbers.Of(kind, activations[last - 1], network, problems);

        if (options.Initializer == Initializer.Zeros && last > 1)
        {
            problems.Add(DeclarationProblem.Create(
                ProblemKind.ZeroWeights, new ProblemSite(SitePart.Argument, 0, nameof(DeclaredOptions.Initializer)), network));
        }

        return new CompletedModel(Layers((layer, activation) => Slope(network, layer, activation, overrides, problems)), loss);

        EquatableArray<LayerSpec> Layers(System.Func<int, Activation, double> slope)
        {
            var stack = new StackBuilder(sizes);
            for (int layer = 1; layer <= last; layer++)
            {
                overrides.TryGetValue(layer, out var said);
                var activation = activations[layer - 1];
                stack.Add(activation, slope(layer, activation), said?.BatchNorm ?? false, layer < last ? said?.Dropout ?? 0 : 0);
            }

            return stack.Layers;
        }
    }

    private static Activation Hidden(
        string network, int layer, int last, DeclaredOptions options, Dictionary<int, LayerOverride> overrides, List<DeclarationProblem> problems)
    {
        (var activation, var site) = Said(layer, options.Hidden, nameof(DeclaredOptions.Hidden), overrides);
        if (activation != Activation.Softmax)
        {
            return activation ?? Activation.Relu;
        }

        // One word of the user, one message: Hidden = Softmax is reported for the first layer that takes it.
        if (!problems.Any(problem => problem.Kind == ProblemKind.HiddenSoftmax && problem.Site == site))
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.HiddenSoftmax, site, network, Text(layer), Text(last)));
        }

        return Activation.Relu;
    }

    private static (Activation Activation, Loss Loss) Output(
        string network, EquatableArray<int> sizes, DeclaredOptions options, Dictionary<int, LayerOverride> overrides, List<DeclarationProblem> problems)
    {
        int last = sizes.Count - 1;
        int units = sizes[last];
        (var said, var site) = Said(last, options.Output, nameof(DeclaredOptions.Output), overrides);
        if (said == Activation.Softmax && units == 1)
        {
            problems.Add(DeclarationProblem.Create(ProblemKind.SoftmaxOfOneUnit, site, network, Text(last)));
            return (Activation.Sigmoid, options.Loss is { } ofOne && LossFacts.Of(ofOne).Fits(Activation.Sigmoid) ? ofOne : Loss.BinaryCrossEntropy);
        }

        var output = InferOutput(said, options.Loss, units);
        var lossSite = new ProblemSite(SitePart.Argument, 0, nameof(DeclaredOptions.Loss));
        void Report(ProblemKind kind, params string[] arguments) =>
            problems.Add(DeclarationProblem.Create(kind, lossSite, [network, Text(last), .. arguments]));

        switch (options.Loss)
        {
            case null:
                return (output, ActivationFacts.Of(output).Loss);

            case Loss.CrossEntropy when output != Activation.Softmax:
                string other = output == Activation.Sigmoid ? "Loss.BinaryCrossEntropy" : "Loss.SquaredError";
                Report(ProblemKind.CrossEntropyWithoutSoftmax, ActivationFacts.Of(output).Term, units == 1 ? other : $"{other} or Output = Activation.Softmax");

                // Softmax keeps the members that take class indices as labels, which the calls of a user who meant cross-entropy need.
                return units == 1 ? (Activation.Sigmoid, Loss.BinaryCrossEntropy) : (Activation.Softmax, Loss.CrossEntropy);

            case Loss.BinaryCrossEntropy when output != Activation.Sigmoid:
                Report(ProblemKind.BinaryCrossEntropyWithoutSigmoid, ActivationFacts.Of(output).Term);
                return output == Activation.Softmax ? (output, Loss.CrossEntropy) : (Activation.Sigmoid, Loss.BinaryCrossEntropy);

            case Loss loss when LossFacts.Of(loss).Fits(output):
                return (output, loss);

            case Loss loss when LossFacts.Of(loss).Outputs is { } outputs:
                var fitting = outputs.Where(other => other != Activation.Softmax || units > 1).ToArray();
                Report(
                    ProblemKind.LossNeedsOutput,
                    LossFacts.Of(loss).Term,
                    string.Join(" or ", fitting.Select(static other => ActivationFacts.Of(other).Term)),
                    ActivationFacts.Of(output).Term,
                    string.Join(" or ", fitting.Select(static other => $"Output = Activation.{other}")));
                return (fitting[0], loss);

            default:
                Report(ProblemKind.SoftmaxWithoutCrossEntropy, LossFacts.Of(options.Loss.Value).Term);
                return (output, Loss.CrossEntropy);
        }
    }

    /// <summary>
    /// The activation of the output: what was said, else the only one that the loss is defined for, where it is of no class, else that of a class of two or of
    /// many.
    /// </summary>
    public static Activation InferOutput(Activation? said, Loss? loss, int units) =>
        said ?? (loss is { } kind && LossFacts.Of(kind).OnlyOutput is { } only and not (Activation.Sigmoid or Activation.Softmax) ? only
            : units == 1 ? Activation.Sigmoid
            : Activation.Softmax);

    private static double Slope(string network, int layer, Activation activation, Dictionary<int, LayerOverride> overrides, List<DeclarationProblem> problems)
    {
        if (!overrides.TryGetValue(layer, out var said) || said.Slope is not { } slope)
        {
            return ActivationSpec.DefaultSlope;
        }

        if (activation == Activation.LeakyRelu)
        {
            return slope;
        }

        problems.Add(DeclarationProblem.Create(
            ProblemKind.UnusedSlope, new ProblemSite(SitePart.LayerArgument, said.Attribute, nameof(LayerOverride.Slope)),
            network, Text(layer), ActivationFacts.Of(activation).Term));
        return ActivationSpec.DefaultSlope;
    }

    private static (Activation? Activation, ProblemSite Site) Said(int layer, Activation? ofAll, string argument, Dictionary<int, LayerOverride> overrides) =>
        overrides.TryGetValue(layer, out var said) && said.Activation is { } activation
            ? (activation, new ProblemSite(SitePart.LayerArgument, said.Attribute, nameof(LayerOverride.Activation)))
            : (ofAll, new ProblemSite(SitePart.Argument, 0, argument));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The layers and the loss of a declaration, complete and valid: what cannot be trained was reported and replaced.</summary>
internal sealed record CompletedModel(EquatableArray<LayerSpec> Layers, LossSpec Loss);
