using System.Collections.Immutable;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>The cost and its gradient, for each form of labels.</summary>
internal static class CostMembers
{
    private const string Guard = "global::NetGen.CompilerServices.Guard";

    private const string CostError =
        "The examples and the labels do not fit the network, or differ in number, or the labels do not fit the loss.";

    private const string GradientError =
        "A length does not fit, the examples and the labels differ in number or are too many at once, the labels do not fit the loss, or the gradients "
        + "overlap x, y or the parameters.";

    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new([.. Of(LabelForm.OfRows), .. Of(LabelForm.OfClasses), Application]);

    private static SurfaceParameter Gradients => new("gradients", SurfaceType.Span)
    {
        Role = ArgumentRole.Gradients,
        Mark = ParameterMembers.Shape,
        Documentation = static context => $"Receives {context.Plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.",
    };

    private static SurfaceMember Application => new(SurfaceNames.ApplyGradients, MemberKind.Method)
    {
        Type = SurfaceType.Void,
        IsGeneric = true,
        Parameters =
        [
            new("gradients", SurfaceType.ReadOnlySpan)
            {
                Role = ArgumentRole.Parameters,
                Mark = ParameterMembers.Shape,
                Documentation = static context => $"{context.Plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.",
            },
            SurfaceParameters.Optimizer.Documented("Turns gradients into an update; its state advances by one step.") with { IsByRef = true },
        ],
        Summary = static _ => "One step with gradients that are given: the update alone.",
        Tags =
        [
            DocumentationTags.OptimizerType,
            context => DocumentationTags.Throws("ArgumentException", $"There are not {context.Plan.Parameters.Count} gradients.")(context),
            DocumentationTags.Throws("InvalidOperationException", "The network is not initialized, or a step of it is at work."),
        ],
        Body = static (writer, context) =>
        {
            writer.Lines($"""
                {Guard}.Initialized(IsInitialized, {context.NameLiteral});
                {Guard}.Parameters(gradients.Length, ParameterCount, {context.NameLiteral}, "gradients");
                global::NetGen.CompilerServices.GradientUpdate.Apply(Description, __state, gradients, ref optimizer);
                """);
        },
    };

    private static ImmutableArray<SurfaceMember> Of(LabelForm labels)
    {
        return
        [
            new(SurfaceNames.Cost, MemberKind.Method)
            {
                Type = SurfaceType.Double,
                Parameters = [SurfaceParameters.X, labels.Parameter, SurfaceParameters.ReaderThreads],
                Condition = labels.Condition,
                Summary = static _ => "The cost: the mean loss of the examples.",
                Tags = [DocumentationTags.Throws("ArgumentException", CostError), DocumentationTags.NotReadable],
                Body = (writer, context) => WriteCost(writer, context, labels),
            },
            OfGradients(labels),
            new(SurfaceNames.ComputeStepGradients, MemberKind.Method)
            {
                Type = SurfaceType.Double,
                Parameters = [SurfaceParameters.X, labels.Parameter, Gradients, SurfaceParameters.StepThreads],
                Condition = labels.Condition,
                Summary = static _ => "A training step without its update, which ApplyGradients is; returns the cost.",
                DocumentedBy = StepMembers.WithOptimizer(labels),
                Body = (writer, context) => WriteStepGradients(writer, context, labels),
            },
        ];
    }

    private static SurfaceMember OfGradients(LabelForm labels) => new(SurfaceNames.ComputeGradients, MemberKind.Method)
    {
        Type = SurfaceType.Void,
        Parameters = [SurfaceParameters.X, labels.Parameter, Gradients],
        Condition = labels.Condition,
        Summary = static _ => "Computes the gradient of the cost with respect to every parameter.",
        Tags = [DocumentationTags.Throws("ArgumentException", GradientError), DocumentationTags.NotReadable],
        Body = (writer, context) => WriteGradients(writer, context, labels),
    };

    private static void WriteCost(CodeWriter writer, SurfaceContext context, LabelForm labels)
    {
        PredictionMembers.WriteCheck(writer, context);
        labels.WriteCount(writer, context);
        labels.WriteCheckedRows(writer, context);
        string types = $"{context.Element}, {context.Forward}";
        writer.Line($"return global::NetGen.CompilerServices.ManyExamples.Cost<{types}>(__state, x, {labels.Rows}, examples, threads);");
    }

    private static void WriteGradients(CodeWriter writer, SurfaceContext context, LabelForm labels)
    {
        PredictionMembers.WriteCheck(writer, context);
        labels.WriteCount(writer, context);
        WriteRoom(writer, context, labels);
        labels.WriteCheckedRows(writer, context);
        WriteClear(writer, context);
        writer.Line($"{StepInto(context, labels)}, 0, wantsCost: false, changesParameters: false);");
    }

    private static void WriteStepGradients(CodeWriter writer, SurfaceContext context, LabelForm labels)
    {
        labels.WriteCount(writer, context);
        writer.Line($"{Guard}.Threads(threads);");
        WriteRoom(writer, context, labels);
        writer.Line("__InitializeOnce();");
        labels.WriteRows(writer, context);
        WriteClear(writer, context);

        // As a step, which changes what is measured while training, and after which other random numbers come.
        writer.Line($"return {StepInto(context, labels)}, threads, wantsCost: true, changesParameters: true) / examples;");
    }

    private static void WriteRoom(CodeWriter writer, SurfaceContext context, LabelForm labels)
    {
        string y = labels.IsClasses ? "default" : "y";
        writer.Line($"{Guard}.Gradients(gradients, ParameterCount, x, {y}, Parameters, {context.NameLiteral});");
    }

    private static void WriteClear(CodeWriter writer, SurfaceContext context)
    {
        if (!context.Plan.TouchesAllParameters)
        {
            writer.Line("gradients.Slice(0, ParameterCount).Clear();");
        }
    }

    private static string StepInto(SurfaceContext context, LabelForm labels)
    {
        string collector = $"new global::NetGen.CompilerServices.GradientStore<{context.Element}>(gradients)";
        return $"{context.Kernels}.Step(__state, x, {labels.Rows}, examples, 1 / ({context.Element})examples, {collector}";
    }
}
