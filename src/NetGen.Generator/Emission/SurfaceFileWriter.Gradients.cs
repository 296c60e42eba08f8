namespace NetGen.Generator.Emission;

// The update alone, with gradients that were computed before.
internal sealed partial class SurfaceFileWriter
{
    private void WriteApplyGradients()
    {
        Summary("One step with gradients that are given: the update alone. With those of a batch, it changes the parameters as TrainStep would.");
        Parameter("gradients", $"{plan.Parameters.Count} values in the order of <see cref=\"Parameters\"/>.");
        Parameter("optimizer", "Turns gradients into an update; its state advances by one step.");
        writer.Line($"/// <typeparam name=\"{Optimizer}\">The optimizer's struct type.</typeparam>");
        Throws("ArgumentException", $"There are not {plan.Parameters.Count} gradients.");
        Throws("InvalidOperationException", "The network is not initialised, or a step of it is at work.");
        Member($"public void ApplyGradients<{Optimizer}>([global::NetGen.Shape({plan.Parameters.Count})] {Span} gradients, ref {Optimizer} optimizer)");
        using (writer.Block($"    where {Optimizer} : struct, global::NetGen.IOptimizer<{element}>"))
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line($"global::NetGen.CompilerServices.Guard.Parameters(gradients.Length, ParameterCount, {NameLiteral}, \"gradients\");");
            writer.Line("global::NetGen.CompilerServices.GradientUpdate.Apply(__state, gradients, ref optimizer);");
        }
    }
}
