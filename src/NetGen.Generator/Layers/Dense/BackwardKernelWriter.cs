using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>Writes the kernel that takes the gradient through a layer: dZ[l-1] = (dZ[l] W[l]) * g'(Z[l-1]).</summary>
internal sealed class BackwardKernelWriter(KernelWriter kernel)
{
    private static readonly OuterNames Names = new("delta", "d", "column", "input");

    /// <summary>Writes BackwardLayer.</summary>
    public void Write(BackwardPlan plan, LayerLabel label)
    {
        string names = plan.Target.IsKept
            ? kernel.Refs("delta", "weights", "activation", "derivative", "result")
            : kernel.Refs("delta", "weights", "activation", "result");
        string formula = DeltaTargetText.Formula(plan.Target, label, 0, $"{label.Of("dZ")} {label.Of("W")}");
        using (kernel.Kernel(
            $"{label.Title}: {formula}. Outer tiles of {VectorText.Count(plan.Product.Tile.Rows, "example")}; lanes are inputs.",
            $"void BackwardLayer{label.Suffix}({names}, nint start, nint end)"))
        {
            new OuterProductWriter(kernel, plan.Product, Names, new DerivativeEpilogue(plan.Target.Derivative, plan.Target.IsKept, plan.Target.Adds)).Write();
        }
    }
}
