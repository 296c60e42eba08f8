using System;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The forms that a layer has in the prediction of one example.</summary>
internal enum PredictForm
{
    /// <summary>Lanes are inputs, read with the weights as they lie, some units at a time.</summary>
    Dot,

    /// <summary>Lanes are inputs, which a few vectors hold; the lanes of all of the few units are added up together.</summary>
    FewUnits,

    /// <summary>Lanes are units, all of them side by side.</summary>
    SideBySide,

    /// <summary>Lanes are units, a panel at a time.</summary>
    Panels,
}

/// <summary>
/// A layer in the prediction of one example. Its layers wait for one another, so what counts is latency: the inputs of a layer are shared out among several
/// sets of accumulators, since the next multiply-add on one of them has to wait for the last. Equal plans have the same code.
/// </summary>
/// <param name="Form">The form.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Units">The units.</param>
/// <param name="Columns">The vectors of a panel of the packed weights.</param>
/// <param name="Activation">The activation; linear where softmax follows for all units together.</param>
internal sealed record PredictPlan(PredictForm Form, int Inputs, int Units, int Columns, ActivationSpec Activation)
{
    /// <summary>The layers from which equal ones share a method: where there are fewer, a call costs more than what is saved.</summary>
    public const int SharingLayers = 3;

    /// <summary>The units whose lanes are added up together.</summary>
    public const int SummedUnits = 4;

    /// <summary>
    /// The most vectors of a layer that are computed side by side: with each input of the layer loaded once, and accumulators to spare for a second set.
    /// </summary>
    private const int GroupedVectors = 6;

    /// <summary>The most vectors of inputs for which adding up lanes is the shorter way.</summary>
    private const int SummedVectors = 4;

    /// <summary>The accumulators that hide the latency of a multiply-add, and the most sets of them for a vector of units.</summary>
    private const int Accumulators = 8;
    private const int MostSets = 4;

    /// <summary>Whether an activation follows in the layer's own code.</summary>
    public bool Activates => Activation.Kind != NetGen.Activation.Linear;

    /// <summary>The units of a group of a layer in dot form.</summary>
    public int DotUnits => Math.Min(SummedUnits, Units);

    /// <summary>Plans a layer.</summary>
    public static PredictPlan Of(DenseSpec layer, ForwardPlan forward, VectorWidth width)
    {
        ActivationSpec activation = layer.Activation == NetGen.Activation.Softmax ? ActivationSpec.Linear : layer.Function;
        return new PredictPlan(FormOf(layer, forward, width), layer.Inputs, layer.Units, forward.Tile.Columns, activation);
    }

    /// <summary>Plans a layer whose weights, where its product is in outer tiles, are at hand in panels only.</summary>
    public static PredictPlan OfPanels(DenseSpec layer, ForwardPlan forward, VectorWidth width)
    {
        PredictPlan plan = Of(layer, forward, width);
        return plan.Form == PredictForm.FewUnits ? plan with { Form = PredictForm.SideBySide } : plan;
    }

    /// <summary>The sets of accumulators of so many units in dot form.</summary>
    public int DotSets(int units, VectorWidth width) => Inputs / width.Lanes >= Accumulators ? Math.Max(1, Accumulators / units) : 1;

    /// <summary>The sets of accumulators of so many vectors of units.</summary>
    public int Sets(int vectors) => Math.Max(1, Math.Min(Accumulators / vectors, Math.Min(MostSets, Inputs / 2)));

    /// <summary>The inputs of so many vectors of units that are taken in a loop; the others follow without one.</summary>
    public int LoopedInputs(int vectors, VectorWidth width) => Inputs * vectors <= MostUnrolled(width) ? 0 : Inputs / Sets(vectors) * Sets(vectors);

    /// <summary>The most multiply-adds of a layer that is written without a loop: what fits the caches of decoded instructions beside the rest.</summary>
    private static int MostUnrolled(VectorWidth width) => width.Bits == 512 ? 64 : 16;

    private static PredictForm FormOf(DenseSpec layer, ForwardPlan forward, VectorWidth width)
    {
        if (forward.Outer is not { } product)
        {
            return PredictForm.Dot;
        }

        // One input after the other, each of which would have to come from memory again, takes longer than adding up lanes. The first layer has its inputs
        // where the caller put them, and nothing may be read after the last.
        if (layer.Source > 0 && layer.Units <= SummedUnits && layer.Inputs <= SummedVectors * width.Lanes)
        {
            return PredictForm.FewUnits;
        }

        int vectors = product.Panels(width).Sum(static panel => panel.Count * panel.Pieces.Count);
        return vectors <= GroupedVectors ? PredictForm.SideBySide : PredictForm.Panels;
    }
}
