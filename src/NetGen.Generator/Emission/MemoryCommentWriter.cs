using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes a comment that names the offsets of which the kernels are full: where each array starts.</summary>
internal static class MemoryCommentWriter
{
    /// <summary>Writes the comment.</summary>
    public static void Write(CodeWriter writer, NetworkPlan plan)
    {
        if (plan.Kind == PlanKind.Register)
        {
            WriteBlock(writer, plan);
        }
        else
        {
            WriteScratch(writer, plan);
        }

        writer.Line();
    }

    private static void WriteScratch(CodeWriter writer, NetworkPlan plan)
    {
        MemoryPlan memory = plan.Memory;
        writer.Line("// Where arrays start; in scratch, times the number of examples that it has room for.");
        writer.Line($"// losses {memory.Losses}{Place(", copy of x", memory.CopiedInput)}{Place(", copy of y", memory.Labels)} in scratch");
        foreach (DenseSpec layer in plan.Network.Layers)
        {
            int number = layer.Number;
            writer.Line($"// layer {number}: {Parameters(plan, layer)}; A {memory.Activations[number]}{Place(", slope", memory.Derivatives[number])}, dZ {memory.Deltas[number]}"
                + $"{Place(", dZ in tiles", memory.DeltaTiles[number])} in scratch");
        }
    }

    private static void WriteBlock(CodeWriter writer, NetworkPlan plan)
    {
        var memory = new RegisterMemory(plan.Network, plan.Memory);
        writer.Line("// Where arrays start; in the memory of a block of examples, times the elements of a vector.");
        writer.Line($"// x {memory.Activations[0]}, y {memory.Labels} in the block");
        foreach (DenseSpec layer in plan.Network.Layers)
        {
            int number = layer.Number;
            string result = number == plan.Network.Layers.Count ? "Z" : "A";
            writer.Line($"// layer {number}: {Parameters(plan, layer)}; {result} {memory.Activations[number]}{Place(", slope", memory.Derivatives[number])}, dZ {memory.Deltas[number]} in the block");
        }
    }

    private static string Parameters(NetworkPlan plan, DenseSpec layer) => $"W {plan.Parameters.Weights(layer)}, b {plan.Parameters.Biases(layer)} in the parameters";

    private static string Place(string name, int offset) => offset < 0 ? string.Empty : $"{name} {offset}";
}
