using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Step.Phases;

namespace NetGen.Generator.Step.Tiled;

/// <summary>The signatures of the methods that the phases of a step consist of, and the calls of them.</summary>
internal sealed class PassText(KernelContext context, bool hasPackedLayer)
{
    private readonly PhasePlan phases = context.Plan.Phases;

    /// <summary>The signature of the gradients.</summary>
    public string GradientsSignature
    {
        get
        {
            string[] names = hasPackedLayer ? ["x", "parameters", "packed", "scratch"] : ["x", "parameters", "scratch"];
            string refs = context.Refs(names);
            return $"void Gradients<{UpdateWriter.Sink}>({refs}, nint rows, nint examples, ref {UpdateWriter.Sink} sink, int part, int parts) "
                + UpdateWriter.ConstraintOf(context.Element);
        }
    }

    /// <summary>The call of the gradients in a step.</summary>
    public string GradientsCall =>
        $"Gradients(ref x, ref parameters, {(hasPackedLayer ? "ref packed, " : string.Empty)}ref scratch, rows, step.Examples, ref step.Sink, "
        + "worker.Index, worker.Count);";

    /// <summary>The signature of a pass.</summary>
    public string Signature(Pass pass) => pass.Kind switch
    {
        PassKind.Forward => $"void {pass.Method}({context.Refs("x", "parameters", "packed", "scratch")}, nint rows, nint start, nint end{Key(pass)})",
        PassKind.Output =>
            $"void {pass.Method}({context.Refs("y", "weights", "scratch")}, nint rows, nint start, nint end, int examples, {context.Element} scale, bool cost)",
        PassKind.Backward => phases.SumsBatch
            ? $"void {pass.Method}({context.Refs("x", "parameters", "packed", "scratch")}, nint rows, nint start, nint end, nint examples{Key(pass)})"
            : $"void {pass.Method}({context.Refs("parameters", "packed", "scratch")}, nint rows, nint start, nint end{Key(pass)})",
    };

    /// <summary>The call of a pass in a step.</summary>
    public string Call(Pass pass) => pass.Kind switch
    {
        PassKind.Forward => $"{pass.Method}(ref x, ref parameters, ref packed, ref scratch, rows, start, end{KeyArgument});",
        PassKind.Output => $"{pass.Method}(ref step.Y, ref step.Weights, ref scratch, rows, start, end, step.Examples, step.Scale, step.WantsCost);",
        PassKind.Backward => phases.SumsBatch
            ? $"{pass.Method}(ref x, ref parameters, ref packed, ref scratch, rows, start, end, step.Examples{KeyArgument});"
            : $"{pass.Method}(ref parameters, ref packed, ref scratch, rows, start, end{KeyArgument});",
    };

    /// <summary>The signature of sums over the batch.</summary>
    public string Signature(SumPhase sum) => sum.IsForward
        ? $"void {sum.Method}({context.Refs("parameters", "scratch")}, nint rows, nint examples, bool changes, int part, int parts)"
        : $"void {sum.Method}({context.Refs("scratch")}, nint rows, nint examples, int part, int parts)";

    /// <summary>Their call in a step.</summary>
    public static string Call(SumPhase sum) => sum.IsForward
        ? $"{sum.Method}(ref parameters, ref scratch, rows, step.Examples, step.ChangesParameters, worker.Index, worker.Count);"
        : $"{sum.Method}(ref scratch, rows, step.Examples, worker.Index, worker.Count);";

    private string KeyArgument => phases.IsRandom ? ", in step.Key" : string.Empty;

    private string Key(Pass pass) => phases.IsRandom && phases.Passes.Contains(pass) ? ", in StepKey key" : string.Empty;
}
