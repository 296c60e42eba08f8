using System.Collections.Immutable;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>Single training steps, for each form of labels.</summary>
internal static class StepMembers
{
    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new([.. Of(LabelForm.OfRows), .. Of(LabelForm.OfClasses)]);

    private static ImmutableArray<SurfaceMember> Of(LabelForm labels)
    {
        SurfaceMember step = WithOptimizer(labels);
        return [WithRate(labels, step), step, WithCost(labels, step)];
    }

    private static SurfaceMember WithRate(LabelForm labels, SurfaceMember step) => new(SurfaceNames.TrainStep, MemberKind.Method)
    {
        Type = SurfaceType.Void,
        Parameters =
        [
            SurfaceParameters.X,
            labels.Parameter,
            new SurfaceParameter("learningRate", SurfaceType.Double).Documented("The learning rate, finite and not negative."),
            SurfaceParameters.StepThreads,
        ],
        Condition = labels.Condition,
        Summary = static _ => "One step of gradient descent: forward pass, backward pass, W -= rate * dW, b -= rate * db.",
        DocumentedBy = step,
        Body = (writer, context) =>
        {
            writer.Line($"global::NetGen.GradientDescent<{context.Element}> optimizer = new(learningRate);");
            writer.Line($"TrainStep<global::NetGen.GradientDescent<{context.Element}>>(x, {labels.Parameter.Name}, ref optimizer, threads);");
        },
    };

    /// <summary>A step with an optimizer, which documents its neighbours.</summary>
    public static SurfaceMember WithOptimizer(LabelForm labels) => new(SurfaceNames.TrainStep, MemberKind.Method)
    {
        Type = SurfaceType.Void,
        IsGeneric = true,
        Parameters = OptimizerParameters(labels),
        Condition = labels.Condition,
        Summary = static _ => $"One training step: forward pass, backward pass and update. {InitializationMembers.OfTraining}",
        Tags =
        [
            DocumentationTags.Throws("ArgumentException", "The examples and the labels do not fit the network, differ in number, or are too many at once."),
            DocumentationTags.Throws("ArgumentOutOfRangeException", "threads, or a learning rate, is negative, or the rate not finite."),
            DocumentationTags.Throws("InsufficientMemoryException", "Memory does not suffice."),
            DocumentationTags.Throws("InvalidOperationException", "Another step of this network is at work."),
            DocumentationTags.OptimizerType,
        ],
        Body = (writer, context) => Write(writer, context, labels, wantsCost: false),
    };

    private static SurfaceMember WithCost(LabelForm labels, SurfaceMember step) => new(SurfaceNames.TrainStepWithCost, MemberKind.Method)
    {
        Type = SurfaceType.Double,
        IsGeneric = true,
        Parameters = OptimizerParameters(labels),
        Condition = labels.Condition,
        Summary = static _ => "One training step; returns the cost before the update.",
        DocumentedBy = step,
        Body = (writer, context) => Write(writer, context, labels, wantsCost: true),
    };

    private static ImmutableArray<SurfaceParameter> OptimizerParameters(LabelForm labels) =>
    [
        SurfaceParameters.X,
        labels.Parameter,
        SurfaceParameters.Optimizer.Documented("Turns gradients into an update; its state advances by one step.") with { IsByRef = true },
        SurfaceParameters.StepThreads,
    ];

    private static void Write(CodeWriter writer, SurfaceContext context, LabelForm labels, bool wantsCost)
    {
        labels.WriteCount(writer, context);
        writer.Line("global::NetGen.CompilerServices.Guard.Threads(threads);");
        writer.Line("__InitializeOnce();");
        labels.WriteRows(writer, context);
        writer.Line("optimizer.BeginStep(Description);");
        string scale = $"1 / ({context.Element})examples";
        string step = $"{context.Kernels}.Step(__state, x, {labels.Rows}, examples, {scale}, optimizer, threads";
        writer.Line(wantsCost
            ? $"return {step}, wantsCost: true, changesParameters: true) / examples;"
            : $"{step}, wantsCost: false, changesParameters: true);");
    }
}
