using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Step.Phases;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step;

/// <summary>How the code of a network is laid out.</summary>
internal enum PlanKind
{
    /// <summary>Small networks: lanes are examples, and the step of a block of examples is straight-line code.</summary>
    Register,

    /// <summary>Everything else: lanes are units or inputs, and each layer has tiles of its own.</summary>
    Tiled,
}

/// <summary>All decisions about the code of one network; a pure function of its declaration.</summary>
/// <param name="Network">The declaration.</param>
/// <param name="Kind">The family of code.</param>
/// <param name="Parameters">Where the parameters lie.</param>
/// <param name="Memory">Where intermediate results lie.</param>
/// <param name="Phases">What a step and a prediction consist of.</param>
/// <param name="Input">How the first layer reads the examples.</param>
/// <param name="Output">What happens at the end.</param>
/// <param name="Results">Where the prediction of one example keeps the results of the layers.</param>
/// <param name="Widths">The tiles for each vector width, widest first.</param>
internal sealed record NetworkPlan(
    NetworkSpec Network,
    PlanKind Kind,
    ParameterLayout Parameters,
    MemoryPlan Memory,
    PhasePlan Phases,
    InputPlan Input,
    OutputPlan Output,
    ResultsPlan Results,
    IReadOnlyList<WidthPlan> Widths)
{
    /// <summary>The layers one after the other from which equal calls are a loop: two are read more easily as they are.</summary>
    public const int LoopedLayers = 3;

    /// <summary>The elements that the packed copies of weights take, of the width that takes most.</summary>
    public int PackedLength => Widths.Max(static width => width.PackedLength);

    /// <summary>Whether there are packed copies.</summary>
    public bool Packs => PackedLength > 0;

    /// <summary>Whether predictions read something that is made of the parameters, and made again after they have changed.</summary>
    public bool Folds => Widths[0].Layers.Any(static layer => layer.IsFolded);

    /// <summary>Whether a step computes the gradient of every parameter: none is frozen, a statistic, or in a row that the batch does not use.</summary>
    public bool TouchesAllParameters => Network.Layers.All(static layer =>
        !layer.IsFrozen && !layer.UsesSomeRows && layer.Parameters.All(static parameter => parameter.Role != ParameterRole.Statistic));
}

/// <summary>The plans of all layers for one vector width.</summary>
/// <param name="Width">The width.</param>
/// <param name="Layers">One plan a layer.</param>
/// <param name="PackedLength">The elements of the weights' copies in the layout that the tiles read.</param>
/// <param name="StepCycles">The cycles of a training step that the cost model expects for one example.</param>
/// <param name="ForwardCycles">Those of its forward pass.</param>
internal sealed record WidthPlan(VectorWidth Width, IReadOnlyList<LayerPlan> Layers, int PackedLength, double StepCycles, double ForwardCycles)
{
    /// <summary>The cycles of a step as a whole number, 1 or more.</summary>
    public int WholeStepCycles => Whole(StepCycles);

    /// <summary>Those of the forward pass.</summary>
    public int WholeForwardCycles => Whole(ForwardCycles);

    private static int Whole(double cycles) => (int)Math.Min(int.MaxValue, Math.Max(1, Math.Round(cycles)));
}
