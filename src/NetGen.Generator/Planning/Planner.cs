using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Activations;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>Chooses the code plan of a network: a pure function of its declaration, by cost.</summary>
internal static class Planner
{
    /// <summary>
    /// The most parameters of a network of the register plan. Its code is straight-line, a few statements a parameter, so the bound also bounds the emitted
    /// text and keeps every method far below the size at which the JIT stops optimising.
    /// </summary>
    public const int RegisterPlanParameters = 256;

    /// <summary>
    /// The most units of a tile of the weight gradient of a layer of more than <see cref="FewUnits"/>, and the units of a tile of dZ where it is copied into
    /// tiles.
    /// </summary>
    public const int LineUnits = 8;

    /// <summary>The units up to which their deltas of an example are so few that the tiles of a weight gradient need not fit a cache line.</summary>
    private const int FewUnits = 24;

    /// <summary>The weights of a layer up to which its tiles are kept short.</summary>
    private const int SmallLayer = 256;

    /// <summary>The most elements of packed copies: an array holds no more, and a cache line of zeros is behind them.</summary>
    private const int MostPacked = int.MaxValue - 1024;

    /// <summary>The most output units in the register plan: all of them are kept in registers at once.</summary>
    private const int RegisterPlanOutputs = 8;

    /// <summary>The most units of a layer in the register plan.</summary>
    private const int RegisterPlanUnits = 64;

    /// <summary>Whether the time of a layer does not count beside the others'.</summary>
    private static bool IsSmall(DenseSpec layer) => layer.Units * (long)layer.Inputs <= SmallLayer;

    /// <summary>
    /// The rows and the most vectors of an outer tile, with 24 accumulators or 12. Layers of few multiply-adds get short tiles: their time does not count, the
    /// length of their text does.
    /// </summary>
    private static (int Rows, int Vectors) OuterTile(DenseSpec layer, VectorWidth width) =>
        IsSmall(layer) ? width.Bits == 512 ? (4, 3) : (1, 4) : width.Bits == 512 ? (8, 3) : (6, 2);

    /// <summary>The rows and units of a dot tile: OfFour adds up the lanes of four accumulators at a time, so four units.</summary>
    private static (int Rows, int Units) DotTile(VectorWidth width) => width.Bits == 512 ? (6, 4) : (3, 4);

    /// <summary>Plans a network.</summary>
    public static NetworkPlan Plan(NetworkSpec network)
    {
        var parameters = new ParameterLayout(network);
        var memory = new MemoryPlan(network);
        bool small = parameters.Count <= RegisterPlanParameters && network.InputSize() <= RegisterPlanUnits && network.DenseLayers().All(layer => layer.Units <= RegisterPlanUnits) && network.OutputSize() <= RegisterPlanOutputs;
        return new NetworkPlan(
            network,
            small ? PlanKind.Register : PlanKind.Tiled,
            parameters,
            memory,
            [.. VectorWidth.All(network.ElementSize()).Select(width => PlanWidth(network, memory, width))]);
    }

    private static WidthPlan PlanWidth(NetworkSpec network, MemoryPlan memory, VectorWidth width)
    {
        // The forward pass of most layers needs a copy; the backward pass takes one where there is room left.
        int packed = 0;
        List<TilePlan> forward = [];
        foreach (DenseSpec layer in network.Layers)
        {
            forward.Add(PlanForward(layer, width, ref packed));
        }

        List<LayerPlan> layers = [];
        foreach (DenseSpec layer in network.Layers)
        {
            TilePlan? backward = layer.Number == 1 ? null : PlanBackward(layer, memory, width, ref packed);
            layers.Add(new LayerPlan(layer, forward[layer.Number - 1], backward, PlanGradient(layer, width)));
        }

        double passed = layers.Sum(layer =>
            layer.Forward.Cycles + (width.CoverCost(layer.Layer.Units) * ActivationFunction.Of(layer.Layer).Cycles));
        double returned = layers.Sum(layer => (layer.Backward?.Cycles ?? 0) + layer.Gradient.Cycles);
        return new WidthPlan(width, layers, packed, passed + returned, passed);
    }

    /// <summary>
    /// Dot or outer tiles, whichever costs less. Dot tiles pay for horizontal sums, outer tiles for lanes that the units do not fill and for packing the
    /// weights. Small layers get outer tiles, whose text is shorter.
    /// </summary>
    private static TilePlan PlanForward(DenseSpec layer, VectorWidth width, ref int packed)
    {
        (int outerRows, int outerVectors) = OuterTile(layer, width);
        int vectors = BalancedPanel(layer.Units, width, outerVectors);
        double outer = PanelCost(layer.Units, width, outerRows, vectors) * layer.Inputs
            + ((double)layer.Units * layer.Inputs * CostModel.PackedElement / CostModel.NominalBatch);
        (int dotRows, int dotUnits) = DotTile(width);
        double dot = layer.Units * (Math.Ceiling((double)layer.Inputs / width.Lanes) + CostModel.HorizontalSum);
        long length = PanelsLength(layer.Units, layer.Inputs, width, vectors);
        if (!IsSmall(layer) && layer.Inputs >= width.Lanes && (dot < outer || packed + length > MostPacked))
        {
            return new TilePlan(TileKind.Dot, dotRows, Math.Min(dotUnits, layer.Units), -1, dot);
        }

        var plan = new TilePlan(TileKind.Outer, outerRows, vectors, packed, outer);
        packed += (int)length;
        return plan;
    }

    /// <summary>
    /// Outer tiles over the columns of W. Its rows are packed into panels when they alias, or when W is larger than half of the second-level cache.
    /// </summary>
    private static TilePlan PlanBackward(DenseSpec layer, MemoryPlan memory, VectorWidth width, ref int packed)
    {
        (int rows, int maximum) = OuterTile(layer, width);
        int vectors = BalancedPanel(layer.Inputs, width, maximum);
        long length = PanelsLength(layer.Inputs, layer.Units, width, vectors);
        bool pack = layer.Units >= 32 && packed + length <= MostPacked && (memory.Aliases(layer.Inputs) || (long)layer.Units * layer.Inputs * width.ElementSize > CostModel.SecondLevelCache / 2);
        var plan = new TilePlan(TileKind.Outer, rows, vectors, pack ? packed : -1, PanelCost(layer.Inputs, width, rows, vectors) * layer.Units);
        packed += pack ? (int)length : 0;
        return plan;
    }

    /// <summary>
    /// Units broadcast by vectors of inputs. Few units are divided into equal tiles, and the fewer these are, the less often the inputs are read; more units
    /// into tiles that fill no more than a cache line of dZ each, since the lines of all examples must stay in the first-level cache. A small layer gets one
    /// tile, if its units fit one.
    /// </summary>
    private static TilePlan PlanGradient(DenseSpec layer, VectorWidth width)
    {
        TilePlan? best = null;
        for (int vectors = 1; vectors <= 3; vectors++)
        {
            int most = Math.Min(width.Accumulators() / vectors, 20);
            int tiles = (layer.Units + most - 1) / most;
            if (layer.Units <= FewUnits || vectors == 3)
            {
                int units = layer.Units <= FewUnits ? (layer.Units + tiles - 1) / tiles : Math.Min(LineUnits, most);
                int rest = layer.Units % units;
                double cost = (layer.Units / units * TileCost(layer.Inputs, width, units, vectors)) + (rest == 0 ? 0 : TileCost(layer.Inputs, width, rest, vectors));
                if (best is null || (cost < best.Cycles && !(IsSmall(layer) && tiles > 1)))
                {
                    best = new TilePlan(TileKind.Outer, units, vectors, -1, cost);
                }
            }
        }

        return best!;
    }

    /// <summary>The cycles of one example in a tile of a weight gradient: its multiply-adds, and reading the inputs from far.</summary>
    private static double TileCost(int inputs, VectorWidth width, int rows, int vectors) =>
        (PanelCost(inputs, width, rows, vectors) * rows) + (width.CoverCost(inputs) * CostModel.FarLoad / 4);

    /// <summary>The vectors of a panel such that panels are few and as equal as can be.</summary>
    private static int BalancedPanel(int columns, VectorWidth width, int maximum)
    {
        int vectors = width.CoverCount(columns);
        int panels = (vectors + maximum - 1) / maximum;
        return (vectors + panels - 1) / panels;
    }

    /// <summary>The cycles of one round over all columns, for one row of a tile.</summary>
    private static double PanelCost(int columns, VectorWidth width, int rows, int vectors)
    {
        int panel = vectors * width.Lanes;
        int rest = columns % panel;
        double full = columns / panel * CostModel.OuterRound(rows, width.CoverCost(panel));
        return (full + (rest == 0 ? 0 : CostModel.OuterRound(rows, width.CoverCost(rest)))) / rows;
    }

    private static long PanelsLength(int columns, int depth, VectorWidth width, int vectors) => Panels.Of(columns, width, vectors).Sum(panel => (long)panel.Width * panel.Count) * depth;
}
