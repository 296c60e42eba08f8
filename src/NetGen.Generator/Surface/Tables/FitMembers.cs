using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>Training on a data set, which the runtime library does.</summary>
internal static class FitMembers
{
    private static readonly SurfaceParameter Train = new("train", SurfaceType.OfRuntime("Dataset<T>"))
    {
        Role = ArgumentRole.Data,
        Documentation = static context => $"The examples: {VectorText.Count(context.Inputs, "input")}, {VectorText.Count(context.Outputs, "output")}.",
    };

    private static readonly ImmutableArray<SurfaceParameter> Rest =
    [
        new SurfaceParameter("options", SurfaceType.OfRuntime("TrainingOptions", isNullable: true)) { Default = "null" }
            .Documented("How to train; not said: 100 epochs of shuffled batches of 32."),
        new SurfaceParameter("cancellationToken", SurfaceType.CancellationToken) { Default = "default" }
            .Documented("Stops after the current step; what was reached is returned."),
    ];

    private static readonly SurfaceParameter Optimizer = SurfaceParameters.Optimizer.Documented(
        "Turns gradients into updates; training again goes on from its state, which one that keeps it in fields takes back by ref.");

    private static readonly SurfaceMember WithOptimizer = new(SurfaceNames.Fit, MemberKind.Method)
    {
        Type = SurfaceType.OfRuntime("TrainingResult"),
        IsGeneric = true,
        Parameters = [Train, Optimizer, .. Rest],
        Summary = static _ => $"Trains with an optimizer. {InitializationMembers.OfTraining}",
        Tags =
        [
            DocumentationTags.OptimizerType,
            DocumentationTags.Throws("ArgumentException", "A set does not fit the network, or its labels the loss."),
            DocumentationTags.Throws("InvalidOperationException", "A parameter of the network is not finite."),
        ],
        Body = static (writer, context) => Write(writer, context, passing: string.Empty),
    };

    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        new(SurfaceNames.Fit, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("TrainingResult"),
            Parameters = [Train, .. Rest],
            Summary = static _ => $"Trains with Adam at its own rate. {InitializationMembers.OfTraining}",
            DocumentedBy = WithOptimizer,
            Body = static (writer, context) =>
                writer.Line($"return global::NetGen.Trainer.Fit<{context.Self}, {context.Element}>(this, train, options, cancellationToken);"),
        },
        WithOptimizer,
        new(SurfaceNames.Fit, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("TrainingResult"),
            IsGeneric = true,
            Parameters = [Train, Optimizer with { IsByRef = true }, .. Rest],
            DocumentedBy = WithOptimizer,
            Body = static (writer, context) => Write(writer, context, passing: "ref "),
        },
        new(SurfaceNames.FitStatistics, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters = [Train],
            Condition = static context => context.Network.Layers.Any(static layer => layer.FitsStatistics),
            Summary = static _ =>
                $"Measures what inputs are standardized with: Fit does before its first step, single steps do not. {InitializationMembers.OfTraining}",
            Tags = [DocumentationTags.Throws("ArgumentException", "The set does not fit the network."), DocumentationTags.InUse],
            Body = static (writer, context) =>
            {
                writer.Line("__InitializeOnce();");
                writer.Line($"SetParameters(global::NetGen.CompilerServices.StatisticsFitter.Fit<{context.Element}>(Description, Parameters, train));");
            },
        },
    ]);

    private static void Write(CodeWriter writer, SurfaceContext context, string passing)
    {
        string types = $"{context.Self}, {context.Element}, {SurfaceType.OptimizerName}";
        writer.Line($"return global::NetGen.Trainer.Fit<{types}>(this, train, {passing}optimizer, options, cancellationToken);");
    }
}
