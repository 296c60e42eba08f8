using NetGen.Generator.Activations;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>How kernels make A of Z, a vector at a time, see <see cref="ResultPlan"/>.</summary>
internal static class ResultText
{
    /// <summary>What a formula for Z becomes, as comments show it.</summary>
    public static string Formula(ResultPlan plan, LayerLabel label, string z) => plan.Activation.Kind == Activation.Linear
        ? $"{label.Of(plan.IsOutput ? "Z" : "A")} = {z}"
        : $"{label.Of("A")} = {ActivationFacts.Of(plan.Activation.Kind).Word}({z})";

    /// <summary>Writes the store of A, and of g'(Z) where it is kept.</summary>
    public static void Write(ResultPlan plan, KernelWriter kernel, RowLoop loop, Expression z)
    {
        ActivationFunction function = ActivationFunction.Of(plan.Activation);
        if (plan.Activation.Kind == Activation.Linear)
        {
            loop.WriteStore(z, "output");
            return;
        }

        kernel.Writer.Line($"{kernel.Text.Type} z = {z};");
        if (plan.KeepsDerivative)
        {
            function.WriteValueAndDerivative(kernel.Writer, kernel.Text, kernel.Text.Width.Bits, "z", "a", "slope");
            loop.WriteStore(Expression.Primary("slope"), "derivative");
            loop.WriteStore(Expression.Primary("a"), "output");
            return;
        }

        loop.WriteStore(function.Value(kernel.Text, kernel.Text.Width.Bits, "z"), "output");
    }

    /// <summary>Writes A of one example, in the same memory: vectors of the units at "unit".</summary>
    public static void WriteOne(ActivationSpec activation, KernelWriter kernel, Expression z, string output)
    {
        if (activation.Kind == Activation.Linear)
        {
            kernel.Writer.Line(VectorText.Store(z, output, "(nuint)unit"));
            return;
        }

        kernel.Writer.Line($"{kernel.Text.Type} z = {z};");
        kernel.Writer.Line(VectorText.Store(ActivationFunction.Of(activation).Value(kernel.Text, kernel.Text.Width.Bits, "z"), output, "(nuint)unit"));
    }
}
