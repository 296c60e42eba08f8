using NetGen.Generator.Model;
using NetGen.Generator.Step;
using NetGen.Generator.Step.Forms;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes what the runtime needs of a network to share the prediction of many examples among threads.</summary>
internal static class ForwardKernelsWriter
{
    /// <summary>Writes the struct.</summary>
    public static void Write(CodeWriter writer, NetworkPlan plan)
    {
        string element = plan.Network.ElementName();
        var form = StepForms.Of(plan);
        string packer = form.ReadsPacked && plan.Packs ? "Kernels.PackAll" : "null";
        UncheckedType.Write(writer, "The forward pass of some examples, for the runtime to share many among threads.");
        using (writer.Block($"internal readonly struct ForwardKernels : global::NetGen.CompilerServices.IForwardKernels<{element}>"))
        {
            writer.Lines($"""
                public static int InputSize => {plan.Network.InputSize()};
                public static int OutputSize => {plan.Network.OutputSize()};
                public static int Cycles => {DispatchFileWriter.ByWidth(static bits => $"Kernels{bits}.ForwardCycles")};
                public static int ExamplesAtOnce => {StepForm.ForwardExamples};
                public static long ScratchLength => {form.ForwardScratchLength};
                public static global::NetGen.CompilerServices.NetworkState<{element}>.Packer? Packer => {packer};
                """);
            if (plan.Folds)
            {
                writer.Line($"public static global::NetGen.CompilerServices.NetworkState<{element}>.Packer? Folder => Kernels.FoldAll;");
            }

            WriteCall(writer, element, "Predict", "output");
            WriteCall(writer, element, "Losses", "y");
        }
    }

    private static void WriteCall(CodeWriter writer, string element, string method, string second)
    {
        string T(string name) => $"ref {element} {name}";
        writer.Line();
        using (writer.Block($"public static void {method}({T("x")}, {T(second)}, {T("parameters")}, {T("packed")}, {T("scratch")}, int examples)"))
        {
            DispatchFileWriter.WriteByWidth(
                writer, bits => $"Kernels{bits}.{method}(ref x, ref {second}, ref parameters, ref packed, ref scratch, {StepForm.ForwardExamples}, examples);");
        }
    }
}
