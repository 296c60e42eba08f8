namespace NetGen.Generator.Layers;

/// <summary>Plans one layer for one vector width. It is made in the order of the layers, and its forward pass takes memory for packed copies then.</summary>
internal abstract class LayerPlanner
{
    /// <summary>The plan, in the order of the layers again: what is left of the memory for packed copies serves the backward passes.</summary>
    public abstract LayerPlan Plan();
}
