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

    private static IEnumerable<DeclaredParameters> Declared(string member)
    {
        var spec = GeneratorHarness.Parse($"[Layers(4, 8, 2)] partial class Net {{ {member} }}").Spec;
        Assert.NotNull(spec);
        return spec.Declared;
    }
}
