using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Layers.Registry;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step;

/// <summary>What the writers of a network's passes share: the plan, and one width of it.</summary>
internal sealed class KernelContext : KernelWriter
{
    public KernelContext(CodeWriter writer, NetworkPlan plan, WidthPlan width)
        : base(writer, new VectorText(width.Width, plan.Network.ElementName()))
    {
        Plan = plan;
        WidthPlan = width;
        Calls = new CallText(writer, Names, NetworkPlan.LoopedLayers);
        Places = new LayerPlaces(plan.Memory, plan.Parameters);
        var table = new KernelTable(width.Layers);
        Writers = [.. width.Layers.Select(layer => LayerKinds.Of(layer.Layer).Writer(this, layer, table, Places, plan.Parameters.Count))];
    }

    /// <summary>The plan.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>The plan for the width.</summary>
    public WidthPlan WidthPlan { get; }

    /// <summary>The constants that say where arrays start.</summary>
    public PlaceNames Names { get; } = new();

    /// <summary>How the calls of kernels are written.</summary>
    public CallText Calls { get; }

    /// <summary>Where everything lies, as arguments of calls.</summary>
    public LayerPlaces Places { get; }

    /// <summary>The writers of the layers, in their order.</summary>
    public IReadOnlyList<LayerWriter> Writers { get; }

    /// <summary>The declaration.</summary>
    public NetworkSpec Network => Plan.Network;

    /// <summary>Where the parameters lie.</summary>
    public ParameterLayout Parameters => Plan.Parameters;

    /// <summary>Where intermediate results lie.</summary>
    public MemoryPlan Memory => Plan.Memory;

    /// <summary>Opens the step that the dispatch calls, one worker's share.</summary>
    public CodeWriter.Scope Step() => Kernel(
        Plan.Phases.SumsBatch
            ? "One worker's share of a step. Workers meet for sums over the batch, which are added in a fixed order, and when dZ of all examples is known."
            : "One worker's share of a step. Workers meet when dZ of all examples is known; no sum crosses them, so their number changes no bit.",
        $"void Step<{UpdateWriter.Sink}>(ref TrainingStep<{UpdateWriter.Sink}> step, Worker worker) {UpdateWriter.ConstraintOf(Element)}",
        "public");

    /// <summary>Opens the losses that the dispatch calls.</summary>
    public CodeWriter.Scope Losses() => Kernel(
        "The losses of some examples, into the first elements of scratch.",
        $"void Losses({Refs("x", "y", "parameters", "packed", "scratch")}, nint rows, int examples)",
        "public");

    /// <summary>Opens the prediction of many examples that the dispatch calls.</summary>
    public CodeWriter.Scope Predict() => Kernel(
        "The outputs of some examples.",
        $"void Predict({Refs("x", "output", "parameters", "packed", "scratch")}, nint rows, int examples)",
        "public");
}
