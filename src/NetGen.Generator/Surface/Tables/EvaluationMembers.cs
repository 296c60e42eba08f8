namespace NetGen.Generator.Surface.Tables;

/// <summary>How well the network does, and whether its gradients are right: the runtime library tells both.</summary>
internal static class EvaluationMembers
{
    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        new(SurfaceNames.Evaluate, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("Evaluation"),
            Parameters = [new SurfaceParameter("data", SurfaceType.OfRuntime("Dataset<T>")) { Role = ArgumentRole.Data }.Documented("The examples.")],
            Summary = static _ => "The cost and what else there is to say of the network's outputs on some examples: accuracy, or mean errors.",
            Tags =
            [
                DocumentationTags.Throws("ArgumentException", "The set does not fit the network, or its labels the loss."),
                DocumentationTags.NotReadable,
            ],
            Value = static context => $"global::NetGen.Evaluator.Evaluate<{context.Self}, {context.Element}>(this, data)",
        },
        new(SurfaceNames.CheckGradients, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("GradientCheckResult"),
            Parameters =
            [
                SurfaceParameters.X,
                SurfaceParameters.Y,
                new SurfaceParameter("step", SurfaceType.Double) { Default = "global::NetGen.GradientChecker.DefaultStep" }
                    .Documented("By how much a parameter is moved: 1e-10 to 0.01. Courses often take 1e-7."),
            ],
            Summary = static _ => "Compares the gradients with central differences of the cost.",
            Tags =
            [
                DocumentationTags.Throws(
                    "ArgumentException", "The examples and the labels do not fit the network, differ in number, or are not all finite."),
                DocumentationTags.Throws("ArgumentOutOfRangeException", "The step is out of its range."),
                DocumentationTags.NotReadable,
            ],
            Value = static context => $"global::NetGen.GradientChecker.Check<{context.Self}, {context.Element}>(this, x, y, step: step)",
        },
    ]);
}
