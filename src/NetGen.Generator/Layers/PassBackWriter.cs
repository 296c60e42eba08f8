using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>Writes the kernels of <see cref="PassBackPlan"/>, and their calls.</summary>
internal sealed class PassBackWriter(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places)
{
    private const string Name = "PassBack";

    /// <summary>Writes the kernels for the sources of the layer; null for a source whose dA nobody needs.</summary>
    public void Write(IReadOnlyList<PassBackPlan?> passes)
    {
        foreach (PassBackPlan pass in passes.OfType<PassBackPlan>().Distinct().Where(pass => table.IsFirst(plan, pass)))
        {
            Write(pass, passes.TakeWhile(other => !pass.Equals(other)).Count());
        }
    }

    /// <summary>The calls for the sources of the layer.</summary>
    public IReadOnlyList<KernelCall> Calls(IReadOnlyList<PassBackPlan?> passes) =>
        [.. passes.Zip(plan.Layer.Sources, (pass, source) => pass is null ? null : Call(pass, source)).OfType<KernelCall>()];

    private void Write(PassBackPlan pass, int index)
    {
        LayerLabel label = table.Of(pass);
        IReadOnlyList<RowArray> arrays = [new RowArray("delta", pass.Stride, pass.Offset), .. DeltaTargetText.Arrays(pass.Target)];
        string columns = pass.Offset == 0 ? label.Of("dZ") : $"{label.Of("dZ")} from unit {pass.Offset + 1}";
        using (kernel.Kernel(
            $"{label.Title}: {DeltaTargetText.Formula(pass.Target, label, index, columns)}.",
            $"void {Name}{label.Suffix}({kernel.Refs([.. arrays.Select(static array => array.Name)])}, nint start, nint end)"))
        {
            var loop = new RowLoop(kernel, pass.Units, arrays);
            loop.Write(() => DeltaTargetText.Write(pass.Target, kernel, loop, Expression.Primary(loop.Load("delta"))));
        }
    }

    private KernelCall Call(PassBackPlan pass, int source) => new(
        Name + table.Of(pass).Suffix,
        [places.Deltas(plan.Layer.Number), .. DeltaTargetText.Arguments(pass.Target, source, places), Argument.Text("start"), Argument.Text("end")]);
}
