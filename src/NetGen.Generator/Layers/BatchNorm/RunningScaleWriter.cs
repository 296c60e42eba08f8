using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.BatchNorm;

/// <summary>Writes the kernel that makes the scale of the running statistics.</summary>
internal sealed class RunningScaleWriter(KernelWriter kernel)
{
    /// <summary>Writes RunningScale.</summary>
    public void Write(RunningScalePlan plan, LayerLabel label)
    {
        VectorText text = kernel.Text;
        using (kernel.Kernel(
            $"{label.Title}: scale = gamma / sqrt(variance + {DescriptionText.Number(plan.Epsilon)}), with the running variance.",
            $"void RunningScale{label.Suffix}({kernel.Refs("gamma", "variance", "scale")})"))
        using (kernel.OneExample(plan.Units))
        {
            string Load(string array) => VectorText.Load(text.Width.Bits, array, "(nuint)unit");
            kernel.Writer.Line($"{text.Type} deviation = Sqrt({Load("variance")} + {text.Class}.Create({text.Literal(plan.Epsilon)}));");
            kernel.Writer.Line(VectorText.Store(Expression.Product($"{Load("gamma")} / deviation"), "scale", "(nuint)unit"));
        }
    }
}
