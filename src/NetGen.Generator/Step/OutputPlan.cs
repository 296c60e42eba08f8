using NetGen.Generator.Memory;
using NetGen.Generator.Model;

namespace NetGen.Generator.Step;

/// <summary>What happens at the end of a network: A[L] for predictions, dZ[L] and the losses for training.</summary>
/// <param name="Layer">The number of the last layer, L.</param>
/// <param name="Units">Its units.</param>
/// <param name="Stride">The distance between two rows of Z[L], of dZ[L] and of y.</param>
/// <param name="Function">Its activation.</param>
/// <param name="Loss">The loss.</param>
/// <param name="IsCompact">Whether the rows are single values, so that vectors are of examples, and y is used as it lies.</param>
internal sealed record OutputPlan(int Layer, int Units, int Stride, ActivationSpec Function, LossSpec Loss, bool IsCompact)
{
    /// <summary>Plans the end of a network.</summary>
    public static OutputPlan Of(NetworkSpec network, MemoryPlan memory)
    {
        LayerSpec last = network.OutputLayer();
        return new OutputPlan(last.Number, network.OutputSize(), memory.Strides[last.Number], last.Function, network.Loss, memory.HasCompactOutput);
    }
}
