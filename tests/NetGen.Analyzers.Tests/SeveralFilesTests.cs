using Microsoft.CodeAnalysis;
using NetGen.Tests;

namespace NetGen.Analyzers.Tests;

/// <summary>A shape counts wherever it is stated: files that name no attribute are passed over, but not what they take from others.</summary>
public sealed class SeveralFilesTests
{
    private const string ThreeStated = "holds 4 values, but p is stated as 3 values: it must hold 3 values";

    [Theory]
    [InlineData("global using Mark = NetGen.ShapeAttribute;", "class C { void M([Mark(3)] float[] p) { } void N() => M([|new float[4]|]); }")]
    [InlineData(
        "public class Base { public virtual void M([NetGen.Shape(3)] float[] p) { } }",
        "class C : Base { public override void M(float[] p) { } void N() => M([|new float[4]|]); }")]
    [InlineData(
        "public partial class C { partial void M([NetGen.Shape(3)] float[] p); }",
        "public partial class C { partial void M(float[] p) { } void N() => M([|new float[4]|]); }")]
    [InlineData(
        "public partial class C { partial void M([NetGen.Shape(3)] float[] p) { } }",
        "public partial class C { partial void M(float[] p); void N() => M([|new float[4]|]); }")]
    [InlineData(
        "public static class Tools { public static void M([NetGen.Shape(3)] this float[] p) { } }",
        "class C { void N() => Tools.M([|new float[4]|]); }")]
    [InlineData("public delegate void Handler([NetGen.Shape(3)] float[] p);", "class C { void N(Handler handler) => handler([|new float[4]|]); }")]
    [InlineData("public class Marked([NetGen.Shape(3)] float[] p) { public int Length => p.Length; }", "class C { Marked N() => new([|new float[4]|]); }")]
    [InlineData(
        "public class Marked { public int this[[NetGen.Shape(3)] float[] p] => p.Length; }",
        "class C { int N(Marked marked) => marked[[|new float[4]|]]; }")]
    public async Task A_shape_that_another_file_states_is_checked(string stating, string markedSource)
    {
        (string source, var spans) = AnalyzerHarness.Unmark(markedSource);
        Compilation compilation = UserProject.With([source, stating]);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = Assert.Single(await ShapeHarness.Run(compilation));
        Assert.Equal($"NETGEN0207: the value passed to p {ThreeStated}", AnalyzerHarness.Message(found));
        Assert.Equal(spans[0], found.Location.SourceSpan);
    }
}
