namespace NetGen.Generator.Surface.Tables;

/// <summary>The snapshot of a network.</summary>
internal static class PredictorMembers
{
    /// <summary>The class.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        new(SurfaceNames.Predictor, MemberKind.Type)
        {
            Modifiers = "public sealed class",
            Summary = static context => $"A snapshot of a {context.Name} for predicting. It never changes, and any number of threads may use it.",
            Members =
            [
                ParameterMembers.State,
                new(SurfaceNames.Predictor, MemberKind.Constructor)
                {
                    Modifiers = "internal",
                    Parameters = [new("source", SurfaceType.OfRuntime("CompilerServices.NetworkState<T>"))],
                    Body = static (writer, context) =>
                    {
                        writer.Line("source.CopyTo(__state);");
                        if (context.Plan.Folds)
                        {
                            writer.Line($"__state.EnsureFolded({context.Kernels}.PackAll, {context.Kernels}.FoldAll);");
                        }
                        else if (context.Plan.Packs)
                        {
                            writer.Line($"__state.EnsurePacked({context.Kernels}.PackAll);");
                        }
                    },
                },
                .. PredictionMembers.Shared,
            ],
        },
    ]);
}
