using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Generator.Step.Forms;
using NetGen.Generator.Step.Prediction;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the file with the kernels for one vector width.</summary>
internal static class KernelsFileWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan, WidthPlan width)
    {
        var form = StepForms.Of(plan);
        var body = new CodeWriter(depth: 1);
        var context = new KernelContext(body, plan, width);
        if (plan.Packs)
        {
            new PackWriter(context).Write();
        }

        new PredictOneWriter(context).Write();
        form.WriteKernels(context);

        var writer = new CodeWriter();
        UncheckedType.Write(writer, $"The code of {plan.Network.Type.DisplayName} for vectors of {width.Width.Bits} bits.");
        using (writer.Block($"internal static class Kernels{width.Width.Bits}"))
        {
            writer.Line("// The cycles expected of one example: in a training step, in its forward pass.");
            writer.Line($"public const int StepCycles = {VectorText.Number(width.WholeStepCycles)}, "
                + $"ForwardCycles = {VectorText.Number(width.WholeForwardCycles)};");
            writer.Line();
            writer.Line($"// Where arrays start: {form.Places}.");
            context.Names.Write(writer);
            writer.Line();
            writer.Add(body);
        }

        return EmittedFile.OfKernels(plan.Network, Comment(form, plan, width), writer);
    }

    private static CodeWriter Comment(StepForm form, NetworkPlan plan, WidthPlan width)
    {
        var comment = new CodeWriter();
        comment.Line($"// Plan for vectors of {width.Width.Bits} bits ({width.Width.Lanes} elements of {plan.Network.ElementName()}); "
            + $"cycles are expected of one example in a batch of {CostModel.NominalBatch}.");
        form.WriteComment(comment, width);
        comment.Line($"// training step: {CostModel.Text(width.StepCycles)} cycles an example");
        comment.Line();
        return comment;
    }
}
