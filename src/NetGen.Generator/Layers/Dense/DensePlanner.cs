using System;
using System.Linq;
using NetGen.Generator.Memory;
using NetGen.Generator.Model;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Layers.Dense;

/// <summary>
/// Plans a dense layer for a vector width, by cost. It has two steps, because the forward products of all layers are the first that may have packed copies.
/// </summary>
internal sealed class DensePlanner : LayerPlanner
{
    /// <summary>The units up to which their deltas of an example are so few that the tiles of a weight gradient need not fit a cache line.</summary>
    private const int FewUnits = 24;

    /// <summary>The most units of a tile of a weight gradient: with more, their deltas of an example take several lines.</summary>
    private const int MostUnits = 20;

    /// <summary>The weights of a layer up to which its tiles are kept short: its time does not count beside the others', the length of its text does.</summary>
    private const int SmallLayer = 256;

    /// <summary>The units from which the copy of the weights for the backward product pays.</summary>
    private const int BackwardCopyUnits = 32;

    private readonly DenseSpec layer;
    private readonly MemoryPlan memory;
    private readonly VectorWidth width;
    private readonly PackedMemory packed;
    private readonly ForwardPlan forward;
    private readonly int forwardCopy;

    public DensePlanner(DenseSpec layer, MemoryPlan memory, VectorWidth width, PackedMemory packed)
    {
        this.layer = layer;
        this.memory = memory;
        this.width = width;
        this.packed = packed;
        forward = PlanForward();
        forwardCopy = Take(forward.Outer);
    }

    private bool IsSmall => layer.Units * (long)layer.Inputs <= SmallLayer;

    /// <summary>
    /// Whether W[l] is so large that most of it is not in the second-level cache when its update begins: a tile then asks for its weights, and for what the
    /// optimizer keeps for them, before it adds up their gradient.
    /// </summary>
    private bool AreFarWeights => (long)layer.Units * layer.Inputs * width.ElementSize > CostModel.SecondLevelCache / 2;

    private bool IsOutput => memory.IsOutput(layer);

    /// <summary>The rows and the most vectors of an outer tile, with 24 accumulators or 12.</summary>
    private (int Rows, int Vectors) OuterTile => IsSmall ? width.Bits == 512 ? (4, 3) : (1, 4) : width.Bits == 512 ? (8, 3) : (6, 2);

    /// <summary>The rows and units of a dot tile: OfFour adds up the lanes of four accumulators at a time, so four units.</summary>
    private (int Rows, int Units) DotTile => width.Bits == 512 ? (6, 4) : (3, 4);

    /// <inheritdoc/>
    public override LayerPlan Plan()
    {
        BackwardPlan? backward = DeltaTarget.Of(layer, 0, memory) is { } target ? PlanBackward(target) : null;
        int backwardCopy = Take(backward?.Product);
        TilePlan gradient = PlanGradient();
        return new DensePlan(
            layer,
            width,
            forward,
            PlanActivation(),
            backward,
            new GradientPlan(
                gradient,
                layer.Inputs,
                layer.Units,
                memory.Strides[layer.Source],
                memory.Strides[layer.Number],
                memory.CopiesPanels(layer),
                memory.TilesDeltas(layer),
                AreFarWeights,
                PackedCopy.Of(forward.Outer, width),
                PackedCopy.Of(backward?.Product, width)),
            layer.HasBias ? new BiasPlan(layer.Units, memory.Strides[layer.Number]) : null,
            PredictPlan.Of(layer, forward, width),
            forwardCopy,
            backwardCopy,
            layer.HasBias ? -1 : packed.Take(memory.WholeLines(layer.Units)),
            LayerGraph.IsTrained(layer),
            memory.Graph.FoldedInto(layer.Number) is { } taker ? PlanFold(taker) : null);
    }

    /// <summary>
    /// Dot or outer tiles, whichever costs less. Dot tiles pay for horizontal sums, outer tiles for lanes that the units do not fill and for packing the
    /// weights. Small layers get outer tiles, whose text is shorter.
    /// </summary>
    private ForwardPlan PlanForward()
    {
        (int outerRows, int outerVectors) = OuterTile;
        int vectors = BalancedPanel(layer.Units, outerVectors);
        double outer = PanelCost(layer.Units, outerRows, vectors) * layer.Inputs
            + ((double)layer.Units * layer.Inputs * CostModel.PackedElement / CostModel.NominalBatch);
        (int dotRows, int dotUnits) = DotTile;
        double dot = layer.Units * (Math.Ceiling((double)layer.Inputs / width.Lanes) + CostModel.HorizontalSum);
        int inputStride = memory.Strides[layer.Source];
        int outputStride = memory.Strides[layer.Number];
        if (!IsSmall && layer.Inputs >= width.Lanes && (dot < outer || !packed.HasRoomFor(PanelsLength(layer.Units, layer.Inputs, vectors))))
        {
            var tile = new TilePlan(TileKind.Dot, dotRows, Math.Min(dotUnits, layer.Units), dot);
            bool isFar = layer.Source == 0 && memory.IsFarApart(inputStride);
            return new ForwardPlan(null, DotPlan.Of(tile, layer.Inputs, layer.Units, inputStride, outputStride, width, isFar), ActivationSpec.Linear);
        }

        bool activates = !IsOutput && ActivationFacts.Of(layer.Activation).IsPiecewiseLinear;
        var outerTile = new TilePlan(TileKind.Outer, outerRows, vectors, outer);
        var product = new OuterPlan(outerTile, layer.Inputs, layer.Units, inputStride, outputStride, IsPacked: true);
        return new ForwardPlan(product, null, activates ? layer.Function : ActivationSpec.Linear);
    }

    /// <summary>The normalization that follows as part of W and b. Its results take the place of the layer's own, in rows as long.</summary>
    private FoldPlan PlanFold(LayerSpec taker)
    {
        bool isPass = forward.Dot is not null || !ActivationFacts.Of(taker.Function.Kind).IsPiecewiseLinear;
        ResultPlan result = ResultPlan.Of(taker, memory);
        bool activates = result.Activation.Kind != Activation.Linear;
        ForwardPlan folded = forward with { Activation = isPass ? ActivationSpec.Linear : result.Activation };
        return new FoldPlan(
            taker,
            taker.Fold!,
            folded,
            activates && isPass ? new ActivationPass(result.Activation, result.Stride, KeepsDerivative: false) : null,
            PredictPlan.OfPanels(layer, folded, width) with { Activation = ResultPlan.OfOne(taker) },
            forward.Outer is null ? packed.Take((long)layer.Units * layer.Inputs) : Take(forward.Outer),
            packed.Take(memory.WholeLines(layer.Units)),
            packed.Take(memory.WholeLines(layer.Units)));
    }

    /// <summary>
    /// A[l] is made from Z[l] by a pass of its own after dot tiles, and when the activation is too long to be repeated for every accumulator.
    /// </summary>
    private ActivationPass? PlanActivation() =>
        !IsOutput && layer.Activation != Activation.Linear && (forward.Dot is not null || !ActivationFacts.Of(layer.Activation).IsPiecewiseLinear)
            ? new ActivationPass(layer.Function, memory.Strides[layer.Number], memory.StoresDerivative(layer))
            : null;

    /// <summary>
    /// Outer tiles over the columns of W. Its rows are packed into panels when they alias, or when W is larger than half of the second-level cache.
    /// </summary>
    private BackwardPlan PlanBackward(DeltaTarget target)
    {
        (int rows, int maximum) = OuterTile;
        int vectors = BalancedPanel(layer.Inputs, maximum);
        bool pays = memory.Aliases(layer.Inputs) || AreFarWeights;
        bool pack = layer.Units >= BackwardCopyUnits && pays && packed.HasRoomFor(PanelsLength(layer.Inputs, layer.Units, vectors));
        var tile = new TilePlan(TileKind.Outer, rows, vectors, PanelCost(layer.Inputs, rows, vectors) * layer.Units);
        return new BackwardPlan(new OuterPlan(tile, layer.Units, layer.Inputs, memory.Strides[layer.Number], target.Stride, pack), target);
    }

    /// <summary>
    /// Units broadcast by vectors of inputs. Few units are divided into equal tiles, and the fewer these are, the less often the inputs are read; more units
    /// into tiles that fill no more than a cache line of dZ each, since the lines of all examples must stay in the first-level cache. A small layer gets one
    /// tile, if its units fit one.
    /// </summary>
    private TilePlan PlanGradient()
    {
        TilePlan? best = null;
        for (int vectors = 1; vectors <= 3; vectors++)
        {
            int most = Math.Min(width.Accumulators() / vectors, MostUnits);
            int tiles = (layer.Units + most - 1) / most;
            if (layer.Units <= FewUnits || vectors == 3)
            {
                int units = layer.Units <= FewUnits ? (layer.Units + tiles - 1) / tiles : Math.Min(GradientPlan.LineUnits, most);
                int rest = layer.Units % units;
                double cost = (layer.Units / units * TileCost(units, vectors)) + (rest == 0 ? 0 : TileCost(rest, vectors));
                if (best is null || (cost < best.Cycles && !(IsSmall && tiles > 1)))
                {
                    best = new TilePlan(TileKind.Outer, units, vectors, cost);
                }
            }
        }

        return best!;
    }

    private int Take(OuterPlan? product) =>
        product is { IsPacked: true } ? packed.Take(PanelsLength(product.Columns, product.Depth, product.Tile.Columns)) : -1;

    /// <summary>The cycles of one example in a tile of a weight gradient: its multiply-adds, and reading the inputs from far.</summary>
    private double TileCost(int rows, int vectors) => (PanelCost(layer.Inputs, rows, vectors) * rows) + (width.CoverCost(layer.Inputs) * CostModel.FarLoad / 4);

    /// <summary>The vectors of a panel such that panels are few and as equal as can be.</summary>
    private int BalancedPanel(int columns, int maximum)
    {
        int vectors = width.CoverCount(columns);
        int panels = (vectors + maximum - 1) / maximum;
        return (vectors + panels - 1) / panels;
    }

    /// <summary>The cycles of one round over all columns, for one row of a tile.</summary>
    private double PanelCost(int columns, int rows, int vectors)
    {
        int panel = vectors * width.Lanes;
        int rest = columns % panel;
        double full = columns / panel * CostModel.OuterRound(rows, width.CoverCost(panel));
        return (full + (rest == 0 ? 0 : CostModel.OuterRound(rows, width.CoverCost(rest)))) / rows;
    }

    private long PanelsLength(int columns, int depth, int vectors) =>
        Panels.Of(columns, width, vectors).Sum(static panel => (long)panel.Width * panel.Count) * depth;
}
