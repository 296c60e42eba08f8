using NetGen.Generator.Model;

namespace NetGen.Generator.Tests;

/// <summary>Members marked with Weights or Bias are found, with how emitted code reads them.</summary>
public class MarkedMemberTests
{
    [Theory]
    [InlineData("[Weights(1)] static readonly float[,] trained = new float[8, 4];", 1, false, "trained", true, false, nameof(DeclaredForm.Matrix))]
    [InlineData("[Weights(2)] float[][] Rows { get; } = [];", 2, false, "Rows", false, false, nameof(DeclaredForm.Rows))]
    [InlineData("[Weights(2)] static float[] Load() => [];", 2, false, "Load()", true, false, nameof(DeclaredForm.Flat))]
    [InlineData("[Bias(1)] static System.ReadOnlySpan<float> First => [1, 2];", 1, true, "First", true, false, nameof(DeclaredForm.Span))]
    [InlineData("[Bias(1)] float[] @event = [];", 1, true, "@event", false, false, nameof(DeclaredForm.Flat))]
    [InlineData("[System.Obsolete, Bias(1)] float[] old = [];", 1, true, "old", false, true, nameof(DeclaredForm.Flat))]
    [InlineData("[Bias(1)] float[] Old { [System.Obsolete] get => []; }", 1, true, "Old", false, true, nameof(DeclaredForm.Flat))]
    public void A_marked_member_is_found(string member, int layer, bool isBias, string access, bool isStatic, bool isObsolete, string form) =>
        Assert.Equal([new DeclaredParameters(layer, isBias, access, isStatic, isObsolete, Enum.Parse<DeclaredForm>(form))], Declared(member));

    [Theory]
    [InlineData("[Weights(3)] float[] values = [];")]
    [InlineData("[Weights(0)] float[] values = [];")]
    [InlineData("[Weights(\"stem\")] float[] values = [];")]
    [InlineData("[Weights(null!)] float[] values = [];")]
    [InlineData("[Weights(1)] double[] values = [];")]
    [InlineData("[Weights(1)] float[,,] values = null!;")]
    [InlineData("[Bias(1)] float[,] values = null!;")]
    [InlineData("[Bias(1)] float value = 1;")]
    [InlineData("[Bias(1)] float[] Values { set { } }")]
    [InlineData("[Bias(1)] float[] Values(int count) => [];")]
    [InlineData("[Bias(1)] float[] this[int index] => [];")]
    [InlineData("[Bias(1)] Missing values;")]
    [InlineData("float[] values = [];")]
    public void A_member_that_cannot_be_copied_in_is_left_out(string member) => Assert.Empty(Declared(member));

    [Fact]
    public void Members_come_in_the_order_of_the_parameters_and_the_first_of_several_counts() => Assert.Equal(
        ["first", "bias", "second"],
        Declared("[Weights(2)] float[] second = [], again = []; [Bias(1)] float[] bias = []; [Weights(1)] float[] first = [];")
            .Select(static declared => declared.Access));

    [Fact]
    public void Layers_go_by_the_numbers_that_were_declared() => Assert.Equal(
        [(1, "one"), (4, "two")],
        Declared("[Bias(1)] float[] one = []; [Weights(2)] float[] two = [];", "[Layers(4, 8, 2)] [Layer(1, BatchNorm = true, Dropout = 0.1)]")
            .Select(static declared => (declared.Layer, declared.Access)));

    [Theory]
    [InlineData("[Weights(\"stem\")] float[] w = [];", 1)]
    [InlineData("[Bias(\"stem\")] float[] b = [];", 1)]
    [InlineData("[Weights(\"dense2\")] float[] w = [];", 3)]
    [InlineData("[Bias(\"dense2\")] float[] b = [];", null)]
    [InlineData("[Weights(\"norm1\")] float[] w = [];", null)]
    [InlineData("[Weights(1)] float[] w = [];", null)]
    [InlineData("[Weights(\"1\")] float[] w = [];", null)]
    public void Layers_of_a_described_network_go_by_their_names(string member, int? layer) => Assert.Equal(
        layer,
        Declared("static Node Define([Shape(4)] Node x) => x.Dense(3).Named(\"stem\").BatchNorm().Dense(2, bias: false);" + member, "[Network]")
            .SingleOrDefault()?.Layer);

    private static IEnumerable<DeclaredParameters> Declared(string member, string attributes = "[Layers(4, 8, 2)]")
    {
        var spec = GeneratorHarness.Parse($"{attributes} partial class Net {{ {member} }}").Spec;
        Assert.NotNull(spec);
        return spec.Declared;
    }
}
