namespace NetGen.Analyzers.Tests;

/// <summary>The same mistake behind the ways in which C# can write a call.</summary>
public sealed class AliasTests
{
    private const string Message = "0201: x holds 5 values, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4";

    [Theory]
    [InlineData("using Model = My.Net; class C { void M(Model m) => m.Predict([|new float[5]|]); }")]
    [InlineData("using static My.Tools; class C { void M() => Shared.Predict([|new float[5]|]); }")]
    [InlineData("using static My.Tools; class C { void M(My.Net n) => n.Predict([|new float[Five]|]); }")]
    [InlineData("using static My.Tools; class C { void M(My.Net n) => n.Predict([|Buffer|]); }")]
    [InlineData("using My; using F = System.Single; class C { void M(Net n) => n.Predict([|new F[5]|]); }")]
    [InlineData("using My; class C { float[] M(Net? n) => n?.Predict([|new float[5]|]) ?? []; }")]
    [InlineData("using My; class C { readonly float[] p = new Net().Predict([|new float[5]|]); }")]
    [InlineData("using My; class C(Net n) { public float[] P => n.Predict([|new float[5]|]); }")]
    [InlineData("using My; "
        + "class C { static async System.Threading.Tasks.Task M(Net n) { await System.Threading.Tasks.Task.Yield(); n.Predict([|new float[5]|]); } }")]
    [InlineData("using My; class C { System.Collections.Generic.IEnumerable<float[]> M(Net n) { yield return n.Predict([|new float[5]|]); } }")]
    [InlineData("using My; using System.Linq; class C { object M(Net[] all) => all.Select(n => n.Predict([|new float[5]|])).ToList(); }")]
    [InlineData("using My; class C { object M(Net n) => new { P = n.Predict([|new float[5]|]) }; }")]
    [InlineData("using My; class C { string M(Net n) => $\"{n.Predict([|new float[5]|])[0]}\"; }")]
    [InlineData("using My; class C { bool M(Net n) => n is { } m && m.Predict([|new float[5]|]).Length > 0; }")]
    [InlineData("using My; class C { void M(Net n) { try { n.Predict([|new float[5]|]); } catch (System.Exception) when (n.LayerCountOf() > 0) { } } }")]
    [InlineData("using My; class C { ~C() => Tools.Shared.Predict([|new float[5]|]); }")]
    [InlineData("using My; class C { public static float[] operator +(C a, C b) => Tools.Shared.Predict([|new float[5]|]); }")]
    [InlineData("using My; class C<T> where T : class { void M(Net n, T t) { void Inner<U>(U u) => n.Predict([|new float[5]|]); Inner(t); } }")]
    [InlineData("var net = new My.Net(); net.Predict([|new float[5]|]);")]
    [InlineData("using My; static class C { extension(Net n) { public float[] Five() => n.Predict([|new float[5]|]); } }")]
    [InlineData("using My; class C { void M(Net n) { unchecked { n.Predict([|new float[2 + 3]|]); } } }")]
    public Task A_wrong_argument_is_found_wherever_it_is_written(string use) => ShapeHarness.Reports(Source(use), Message);

    private static string Source(string use)
    {
        const string Declarations = """
            namespace My
            {
                [NetGen.Layers(4, 3, 1)] public sealed partial class Net;
                public static class Tools
                {
                    public const int Five = 5;
                    public static readonly Net Shared = new();
                    public static readonly float[] Buffer = new float[Five];
                    public static int LayerCountOf(this Net net) => 2;
                }
            }
            """;
        return use + "\n" + Declarations;
    }
}
