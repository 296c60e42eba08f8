using System.Globalization;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the plan as a comment at the top of a file: what was chosen, and what the cost model expects of it.</summary>
internal static class PlanCommentWriter
{
    /// <summary>Writes the comment.</summary>
    public static void Write(CodeWriter writer, NetworkPlan plan, WidthPlan width)
    {
        writer.Line($"// Plan for vectors of {width.Width.Bits} bits ({width.Width.Lanes} elements of {plan.Network.ElementName()}); cycles are expected of one example in a batch of {CostModel.NominalBatch}.");
        if (plan.Kind == PlanKind.Register)
        {
            writer.Line($"// Register plan, because the network has {plan.Parameters.Count} parameters (at most {Planner.RegisterPlanParameters}): lanes are examples, the step of a block of them is straight-line code.");
        }
        else
        {
            foreach (LayerPlan layer in width.Layers)
            {
                writer.Line($"// layer {layer.Layer.Number}, {VectorText.Count(layer.Layer.Inputs, "input")} to {VectorText.Count(layer.Layer.Units, "unit")}: forward {Describe(layer.Forward)}"
                    + (layer.Backward is null ? string.Empty : $"; backward {Describe(layer.Backward)}")
                    + $"; gradient {Describe(layer.Gradient)}");
            }
        }

        writer.Line($"// training step: {Number(width.StepCycles)} cycles an example");
        writer.Line();
    }

    private static string Describe(TilePlan tile) => tile.Kind == TileKind.Dot
        ? $"dot tiles of {VectorText.Count(tile.Rows, "example")} x {VectorText.Count(tile.Columns, "unit")} ({Number(tile.Cycles)} cycles)"
        : $"outer tiles of {VectorText.Count(tile.Rows, "row")} x {VectorText.Count(tile.Columns, "vector")}{(tile.IsPacked ? ", packed" : string.Empty)} ({Number(tile.Cycles)} cycles)";

    private static string Number(double value) => value.ToString(value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
