using System;

namespace NetGen.Generator.Layers;

/// <summary>The planner of a layer that has no packed copies, whose plan needs one stage.</summary>
/// <param name="plan">Makes the plan.</param>
internal sealed class OneStagePlanner(Func<LayerPlan> plan) : LayerPlanner
{
    /// <inheritdoc/>
    public override LayerPlan Plan() => plan();
}
