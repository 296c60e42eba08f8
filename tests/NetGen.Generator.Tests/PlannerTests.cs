using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Memory;
using NetGen.Generator.Products;
using NetGen.Generator.Step;
using NetGen.Generator.Step.Forms;
using NetGen.Generator.Step.Tiled;
using NetGen.Generator.Text;

namespace NetGen.Generator.Tests;

/// <summary>Plans follow from the sizes alone: the family of code, the tiles of each layer by their cost, and where everything lies.</summary>
public class PlannerTests
{
    private static readonly string[] Networks =
    [
        "2, 1", "4, 8, 8, 1", "3, 2, 9", "20, 2, 9", "260, 1", "1, 1, 1, 20", "17, 33, 65, 10", "784, 128, 10", "12288, 20, 7, 5, 1", "1024, 1024, 1024, 10",
        "1000, 999, 998", "65536, 16, 1", "16, 65536, 10", "400, 5, 400, Element = ElementType.Double", "64, 64, 64, 8, Element = ElementType.Double",
    ];

    public static TheoryData<string> All => [.. Networks];

    [Theory]
    [InlineData("4, 8, 8, 1", nameof(PlanKind.Register))]
    [InlineData("31, 7, 3", nameof(PlanKind.Register))]
    [InlineData("2, 63, 1", nameof(PlanKind.Register))]
    [InlineData("32, 7, 4", nameof(PlanKind.Tiled))]
    [InlineData("65, 1", nameof(PlanKind.Tiled))]
    [InlineData("1, 65, 1", nameof(PlanKind.Tiled))]
    [InlineData("2, 9", nameof(PlanKind.Tiled))]
    [InlineData("784, 128, 10", nameof(PlanKind.Tiled))]
    public void Small_networks_are_straight_line_code_and_all_others_tiles(string arguments, string kind) =>
        Assert.Equal(kind, Plan(arguments).Kind.ToString());

    [Theory]
    [InlineData("12288, 20, 7, 5, 1", 1, nameof(TileKind.Dot), false)]
    [InlineData("260, 1", 1, nameof(TileKind.Dot), false)]
    [InlineData("784, 128, 10", 1, nameof(TileKind.Dot), false)]
    [InlineData("1024, 1024, 10", 1, nameof(TileKind.Dot), false)]
    [InlineData("512, 512, 10", 1, nameof(TileKind.Outer), true)]
    [InlineData("3, 2, 9", 1, nameof(TileKind.Outer), true)]
    [InlineData("3, 2, 9", 2, nameof(TileKind.Outer), true)]
    public void Many_inputs_are_dot_tiles_and_fewer_outer_tiles_of_packed_weights(string arguments, int layer, string kind, bool isPacked)
    {
        ForwardPlan forward = Layers(Plan(arguments).Widths[0])[layer - 1].Forward;
        Assert.Equal((kind, isPacked), (forward.Tile.Kind.ToString(), forward.IsPacked));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Dot_tiles_are_taken_where_they_are_cheaper_but_never_for_few_weights_whose_text_would_be_longer(string arguments)
    {
        const int FewWeights = 256;
        foreach (WidthPlan width in Plan(arguments).Widths)
        {
            Assert.All(Layers(width), layer =>
            {
                double dot = layer.Dense.Units * (Math.Ceiling((double)layer.Dense.Inputs / width.Width.Lanes) + CostModel.HorizontalSum);
                bool isPossible = layer.Dense.Inputs >= width.Width.Lanes && (long)layer.Dense.Inputs * layer.Dense.Units > FewWeights;
                TilePlan forward = layer.Forward.Tile;
                Assert.True(forward.Kind == TileKind.Dot ? isPossible && forward.Cycles == dot : !isPossible || forward.Cycles <= dot);
            });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_tile_has_no_more_accumulators_than_there_are_registers(string arguments)
    {
        foreach (WidthPlan width in Plan(arguments).Widths)
        {
            foreach (TilePlan tile in Layers(width).SelectMany(TilesOf))
            {
                Assert.InRange(tile.Rows * tile.Columns, 1, width.Width.Accumulators());
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Shares_and_slices_of_examples_leave_none_to_shorter_tiles_and_panels_fit_their_copies(string arguments)
    {
        NetworkPlan plan = Plan(arguments);
        int sliceExamples = StepForms.Of(plan).SliceExamples;
        foreach (WidthPlan width in plan.Widths)
        {
            Assert.All(Layers(width), layer =>
            {
                Assert.All(new[] { layer.Forward.Tile, layer.Backward?.Product.Tile }.OfType<TilePlan>(), tile =>
                    Assert.Equal((0, 0), (TiledPlan.TileRows % tile.Rows, sliceExamples % tile.Rows)));
                Assert.True(!layer.Gradient.CopiesPanels || layer.Gradient.Tile.Columns * width.Width.Lanes <= plan.Memory.PanelLength);
            });
            Assert.Equal(0, sliceExamples % width.Width.Lanes);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void There_is_a_plan_for_each_width_and_no_gradient_with_respect_to_the_input(string arguments)
    {
        NetworkPlan plan = Plan(arguments);
        Assert.Equal([512, 256, 128], plan.Widths.Select(static width => width.Width.Bits));
        foreach (WidthPlan width in plan.Widths)
        {
            Assert.Equal(plan.Network.DenseLayers(), Layers(width).Select(static layer => layer.Dense));
            Assert.All(Layers(width), static layer => Assert.Equal(layer.Dense.Number == 1, layer.Backward is null));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_step_costs_at_least_its_multiply_adds(string arguments)
    {
        foreach (WidthPlan width in Plan(arguments).Widths)
        {
            double products = Layers(width).Sum(static layer => (layer.Backward is null ? 2.0 : 3.0) * layer.Dense.Inputs * layer.Dense.Units);
            Assert.True(width.StepCycles >= products / width.Width.Lanes);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Packed_copies_do_not_overlap(string arguments)
    {
        foreach (WidthPlan width in Plan(arguments).Widths)
        {
            var copies = Layers(width)
                .SelectMany(static layer =>
                    new[] { (Start: layer.ForwardCopy, Product: layer.Forward.Outer), (Start: layer.BackwardCopy, Product: layer.Backward?.Product) })
                .Where(static copy => copy.Product is { IsPacked: true })
                .OrderBy(static copy => copy.Start);
            int end = 0;
            foreach ((int start, OuterPlan? product) in copies)
            {
                Assert.Equal(end, start);
                end += product!.Panels(width.Width).Sum(static panel => panel.Width * panel.Count) * product.Depth;
            }

            Assert.Equal(end, width.PackedLength);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Panels_cover_every_column_once(string arguments)
    {
        foreach (WidthPlan width in Plan(arguments).Widths)
        {
            foreach (DenseSpec layer in Layers(width).Select(static layer => layer.Dense))
            {
                for (int vectors = 1; vectors <= 3; vectors++)
                {
                    int next = 0;
                    foreach (Panel panel in Panels.Of(layer.Units, width.Width, vectors))
                    {
                        Assert.Equal(next, panel.FirstColumn);
                        Assert.Equal(panel.Columns, panel.Pieces.Sum(static piece => piece.Used));
                        next += panel.Count * panel.Columns;
                    }

                    Assert.Equal(layer.Units, next);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rows_of_results_start_on_cache_lines_and_do_not_evict_each_other(string arguments)
    {
        MemoryPlan memory = Plan(arguments).Memory;
        int layers = memory.Strides.Count - 1;
        for (int layer = memory.CopiesInput ? 0 : 1; layer <= layers; layer++)
        {
            if (layer == layers && memory.HasCompactOutput)
            {
                continue;
            }

            Assert.Equal(0, memory.Strides[layer] % memory.LineElements);
            Assert.False(memory.Aliases(memory.Strides[layer]));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Parameters_lie_dense_in_the_order_of_the_layers(string arguments)
    {
        NetworkPlan plan = Plan(arguments);
        int next = 0;
        foreach (DenseSpec layer in plan.Network.Layers)
        {
            Assert.Equal(next, plan.Parameters.Weights(layer));
            next += layer.Units * layer.Inputs;
            Assert.Equal(next, plan.Parameters.Biases(layer));
            next += layer.Units;
        }

        Assert.Equal(next, plan.Parameters.Count);
    }

    [Theory]
    [InlineData(1, "128:1")]
    [InlineData(5, "256:5")]
    [InlineData(16, "512:16")]
    [InlineData(19, "512:16 128:3")]
    [InlineData(41, "512:16 512:16 512:9")]
    public void The_last_vector_of_a_row_is_the_narrowest_that_holds_the_rest(int count, string pieces)
    {
        var width = new VectorWidth(512, ElementSize: 4);
        Assert.Equal(pieces, string.Join(' ', width.Cover(count).Select(static piece => $"{piece.Bits}:{piece.Used}")));
        Assert.Equal(width.Cover(count).Count, width.CoverCount(count));
    }

    [Theory]
    [InlineData(8, 8, 2)]
    [InlineData(20, 10, 2)]
    [InlineData(21, 11, 2)]
    [InlineData(128, 8, 3)]
    public void Few_units_are_divided_into_equal_tiles_of_a_gradient_and_more_into_lines(int units, int rows, int vectors)
    {
        TilePlan gradient = Layers(Plan($"12288, {units}, 1").Widths[0])[0].Gradient.Tile;
        Assert.Equal((rows, vectors), (gradient.Rows, gradient.Columns));
    }

    [Fact]
    public void The_gradient_of_a_small_layer_is_one_tile_of_all_units() =>
        Assert.All(Plan("12288, 20, 7, 5, 1").Widths, static width => Assert.Equal(7, Layers(width)[1].Gradient.Tile.Rows));

    [Theory]
    [InlineData(nameof(TileKind.Outer), 8, "8 2 1")]
    [InlineData(nameof(TileKind.Outer), 6, "6 2 1")]
    [InlineData(nameof(TileKind.Outer), 4, "4 1")]
    [InlineData(nameof(TileKind.Outer), 1, "1")]
    [InlineData(nameof(TileKind.Dot), 6, "6 4 2 1")]
    [InlineData(nameof(TileKind.Dot), 3, "3 1")]
    public void Tall_tiles_leave_the_last_examples_to_shorter_ones(string kind, int rows, string counts) =>
        Assert.Equal(counts, string.Join(' ', new TilePlan(Enum.Parse<TileKind>(kind), rows, 1, 0).RowCounts));

    [Theory]
    [InlineData(8, 3, 24)]
    [InlineData(4, 1, 5)]
    [InlineData(1, 1, 4)]
    [InlineData(8, 1, 10)]
    public void A_round_of_a_tile_takes_its_multiply_adds_its_loads_or_a_latency(int rows, double vectors, double cycles) =>
        Assert.Equal(cycles, CostModel.OuterRound(rows, vectors));

    private static IEnumerable<TilePlan> TilesOf(DensePlan layer) =>
        new[] { layer.Forward.Tile, layer.Backward?.Product.Tile, layer.Gradient.Tile }.OfType<TilePlan>();

    private static IReadOnlyList<DensePlan> Layers(WidthPlan width) => [.. width.Layers.Cast<DensePlan>()];

    private static NetworkPlan Plan(string arguments)
    {
        var spec = GeneratorHarness.Parse($"[Layers({arguments})] partial class Net;").Spec;
        Assert.NotNull(spec);
        return Planner.Plan(spec);
    }
}
