using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Layers.Registry;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Step.Phases;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step;

/// <summary>Chooses the code plan of a network: a pure function of its declaration, by cost.</summary>
internal static class Planner
{
    /// <summary>
    /// The most parameters of a network of the register plan. Its code is straight-line, a few statements a parameter, so the bound also bounds the emitted
    /// text and keeps every method far below the size at which the JIT stops optimizing.
    /// </summary>
    public const int RegisterPlanParameters = 256;

    /// <summary>The most output units in the register plan: all of them are kept in registers at once.</summary>
    private const int RegisterPlanOutputs = 8;

    /// <summary>The most inputs of the network and units of a layer in the register plan.</summary>
    private const int RegisterPlanUnits = 64;

    /// <summary>Plans a network.</summary>
    public static NetworkPlan Plan(NetworkSpec network)
    {
        var parameters = new ParameterLayout(network);
        var memory = new MemoryPlan(network, static (layer, memory) => LayerKinds.Of(layer).Needs(layer, memory));
        IReadOnlyList<WidthPlan> widths = [.. VectorWidth.All(network.ElementSize()).Select(width => PlanWidth(network, memory, width))];
        return new NetworkPlan(
            network,
            IsSmall(network, parameters, memory) ? PlanKind.Register : PlanKind.Tiled,
            parameters,
            memory,
            PhasePlanner.Plan(widths[0].Layers),
            InputPlan.Of(network, memory),
            OutputPlan.Of(network, memory),
            ResultsPlan.Of(network, memory),
            widths);
    }

    private static bool IsSmall(NetworkSpec network, ParameterLayout parameters, MemoryPlan memory) =>
        parameters.Count <= RegisterPlanParameters
        && network.InputSize() <= RegisterPlanUnits
        && network.OutputSize() <= RegisterPlanOutputs
        && network.Layers.All(static layer => layer.Output.Length <= RegisterPlanUnits && LayerKinds.Of(layer).HasStraightLineForm(layer))
        && memory.Graph.IsChain;

    private static WidthPlan PlanWidth(NetworkSpec network, MemoryPlan memory, VectorWidth width)
    {
        var packed = new PackedMemory();
        IReadOnlyList<LayerPlanner> planners = [.. network.Layers.Select(layer => LayerKinds.Of(layer).Planner(layer, memory, width, packed))];
        IReadOnlyList<LayerPlan> layers = [.. planners.Select(static planner => planner.Plan())];
        double passed = layers.Sum(static layer => layer.ForwardCycles);
        double returned = layers.Sum(static layer => layer.BackwardCycles);
        return new WidthPlan(width, layers, packed.Length, passed + returned, passed);
    }
}
