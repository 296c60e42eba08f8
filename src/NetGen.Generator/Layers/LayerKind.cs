using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>What planning and emission ask of a kind of layer. A kind is a class beside its specification, and one line in the registry.</summary>
internal abstract class LayerKind
{
    /// <summary>Whether a layer can be written as straight-line code with the parameters broadcast.</summary>
    public virtual bool HasStraightLineForm(LayerSpec layer) => false;

    /// <summary>Whether the prediction of one example may read whole vectors of what comes in, beyond the last value.</summary>
    public virtual bool ReadsWholeVectors => true;

    /// <summary>The description of a layer at run time, an expression that creates it.</summary>
    public abstract string Description(LayerSpec layer);

    /// <summary>What a layer asks of memory beside the room for its results.</summary>
    public virtual LayerNeeds Needs(LayerSpec layer, MemoryPlan memory) => LayerNeeds.Of();

    /// <summary>The planner of a layer for a vector width.</summary>
    public abstract LayerPlanner Planner(LayerSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed);

    /// <summary>The writer of the plan of a layer.</summary>
    public abstract LayerWriter Writer(KernelWriter kernel, LayerPlan plan, KernelTable table, LayerPlaces places, int parameterCount);
}
