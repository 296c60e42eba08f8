namespace NetGen.Analyzers.Tests;

/// <summary>Anything that is marked with a shape: arguments, assignments, initializers and returned values, in the user's own code.</summary>
public sealed class MarkedShapeTests
{
    [Theory]
    [InlineData(
        "void Show([Shape(3)] float[] p) { } void M() => Show([|new float[4]|]);",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData("void Show([Shape(2, 3)] float[,] p) { } void M() => Show([|new float[3, 2]|]);", "passed to p is 3x2, but p is stated as 2x3: it must be 2x3")]
    [InlineData(
        "void Show([Shape(2, 3)] float[] p) { } void M() => Show([|new float[5]|]);",
        "passed to p holds 5 values, but p is stated as 2x3: it must be 2x3")]
    [InlineData(
        "void Show(int a, [Shape(3)] params float[] p) { } void M() => Show(1, [|2, 3|]);",
        "passed to p holds 2 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "void Show([Shape(3)] ReadOnlySpan<float> p) { } void M([Shape(4)] ReadOnlySpan<float> q) => Show([|q|]);",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "Case([Shape(3)] float[] p) { } static Case M() => new Case([|[1]|]);",
        "passed to p holds 1 value, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "Case([Shape(3)] float[] p) { } Case() : this([|new float[2]|]) { }",
        "passed to p holds 2 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "static Case M() => new([|new float[2]|]); Case([Shape(3)] float[] p) { }",
        "passed to p holds 2 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData("[Shape(3)] float[] f = [|new float[4]|];", "assigned to f holds 4 values, but f is stated as 3 values: it must hold 3 values")]
    [InlineData("[Shape(2, 2)] float[,] f = [|{ { 1, 2, 3 }, { 4, 5, 6 } }|];", "assigned to f is 2x3, but f is stated as 2x2: it must be 2x2")]
    [InlineData("[Shape(2, 2)] float[][] f = [|[[1], [2]]|];", "assigned to f is 2x1, but f is stated as 2x2: it must be 2x2")]
    [InlineData("[Shape(3)] float[] P { get; set; } = [|new float[4]|];", "assigned to P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "[Shape(3)] float[]? P { get; set; } void M() => P = [|new float[4]|];",
        "assigned to P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "[Shape(3)] float[]? P { get; set; } void M() => P ??= [|new float[4]|];",
        "assigned to P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "[Shape(3)] public float[]? P { get; set; } static Case M() => new Case { P = [|new float[4]|] };",
        "assigned to P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData("void M([Shape(3)] float[] p) { p = [|new float[4]|]; }", "assigned to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData("[return: Shape(3)] float[] M() => [|new float[4]|];", "returned by M holds 4 values, but M is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "[return: Shape(3)] float[] M(bool b) { if (b) return [|[1]|]; return [1, 2, 3]; }",
        "returned by M holds 1 value, but M is stated as 3 values: it must hold 3 values")]
    [InlineData("[Shape(3)] float[] P => [|new float[4]|];", "returned by P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "[Shape(3)] float[] P { get { return [|new float[4]|]; } }",
        "returned by P holds 4 values, but P is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "void M() { [return: Shape(3)] float[] Local() => [|new float[4]|]; Local(); }",
        "returned by Local holds 4 values, but Local is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "void M() { void Local([Shape(3)] float[] p) { } Local([|new float[4]|]); }",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "Func<float[]> M() => [return: Shape(3)] () => [|new float[4]|];",
        "returned by the lambda holds 4 values, but the lambda is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "delegate void Sink([Shape(3)] float[] p); void M(Sink sink) => sink([|new float[4]|]);",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "float this[[Shape(3)] float[] p] => 0; float M() => this[[|new float[4]|]];",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "void Show([Shape(Net.InputSize)] float[] p) { } void M() => Show([|new float[5]|]);",
        "passed to p holds 5 values, but p is stated as 4 values: it must hold 4 values")]
    [InlineData(
        "void Show([Shape(12)] float[] p) { } void M([Examples(5)] float[] q) => Show([|q|]);",
        "passed to p holds examples of 5 values, but p is stated as 12 values: it must hold 12 values")]
    [InlineData(
        "class B { public virtual void Show([Shape(3)] float[] p) { } } "
            + "class D : B { public override void Show(float[] p) { } void M() => Show([|new float[4]|]); }",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    [InlineData(
        "static void Show<T>([Shape(3)] T[] p) { } void M() => Show([|new float[4]|]);",
        "passed to p holds 4 values, but p is stated as 3 values: it must hold 3 values")]
    public Task A_value_of_another_shape_than_is_stated_is_refused(string members, string message) =>
        ShapeHarness.Members(members, "0207: the value " + message);

    [Theory]
    [InlineData("void Show([Shape(3)] float[] p) { } void M(float[] q) { Show(new float[3]); Show(q); Show(null!); }")]
    [InlineData("void Show([Shape(2, 3)] float[] p) { } void M() => Show(new float[6]);")]
    [InlineData("void Show([Shape(6)] float[] p) { } void M([Shape(2, 3)] float[] q) => Show(q);")]
    [InlineData("void Show([Shape(10)] float[] p) { } void M([Examples(5)] float[] q) => Show(q);")]
    [InlineData("void Show(float[] p) { } void M() => Show(new float[3]);")]
    [InlineData("void Show([Shape(3)] float[]? p = null) { } void M() => Show();")]
    [InlineData("void Show([Shape(3)] out float[] p) => p = new float[3]; void M() => Show(out var q);")]
    [InlineData("[return: Shape(3)] float[] M() { Func<float[]> f = () => new float[4]; return f(); }")]
    [InlineData("[Shape(3)] float[] f = null!; void M() { var g = f; g = new float[4]; }")]
    [InlineData("[Shape(3)] object o = 1;")]
    public Task A_value_of_the_stated_or_an_unknown_shape_is_accepted(string members) => ShapeHarness.Members(members);

    [Theory]
    [InlineData(
        "void Show([Examples(12)] float[] p) { } void M() => Show([|new float[13]|]);",
        "passed to p holds 13 values, but p is stated as examples of 12 values: the length must be a multiple of 12")]
    [InlineData(
        "void Show([Examples(CatNet.InputSize)] float[] p) { } void M() => Show([|new float[5]|]);",
        "passed to p holds 5 values, but p is stated as examples of 12288 values: the length must be a multiple of 12288")]
    [InlineData(
        "[Examples(2)] float[] f = [|[1, 2, 3]|];",
        "assigned to f holds 3 values, but f is stated as examples of 2 values: the length must be a multiple of 2")]
    [InlineData(
        "[return: Examples(2)] float[] M() => [|new float[5]|];",
        "returned by M holds 5 values, but M is stated as examples of 2 values: the length must be a multiple of 2")]
    [InlineData(
        "void Show([Examples(4)] float[] p) { } void M([Examples(3)] float[] q) => Show([|q|]);",
        "passed to p holds examples of 3 values, but p is stated as examples of 4 values: each example must hold 4 values")]
    [InlineData(
        "void Show([Examples(4)] float[] p) { } void M(Iris iris, float[] q) => Show([|iris.Predict(q)|]);",
        "passed to p holds examples of 3 values, but p is stated as examples of 4 values: each example must hold 4 values")]
    public Task A_value_that_holds_no_whole_examples_where_they_are_stated_is_refused(string members, string message) =>
        ShapeHarness.Members(members, "0208: the value " + message);

    [Fact]
    public Task Examples_of_another_size_are_refused_by_a_network() => ShapeHarness.Members(
        "void M(Net net, [Examples(3)] float[] q) => net.Predict([|q|]);",
        "0201: x holds examples of 3 values, but layer 1 of Net takes 4 inputs an example: each example must hold 4 values");

    [Theory]
    [InlineData("void Show([Examples(12)] float[] p) { } void M(float[] q) { Show(new float[24]); Show(q); Show([]); }")]
    [InlineData("void Show([Examples(4)] float[] p) { } void M([Examples(4)] float[] q) => Show(q);")]
    [InlineData("void M(Net net, [Examples(4)] ReadOnlySpan<float> q) => net.Predict(q);")]
    [InlineData("void M(Net net, [Examples(4)] ReadOnlySpan<float> q, int n) => net.Predict(q.Slice(n * 4, 4));")]
    public Task Whole_examples_are_accepted_where_they_are_stated(string members) => ShapeHarness.Members(members);

    [Theory]
    [InlineData("[[|Shape(0)|]] float[] f = null!;", "f is stated as 0 values, but a size must be at least 1")]
    [InlineData("[[|Shape(3, -1)|]] float[,] f = null!;", "f is stated as 3x-1, but a size must be at least 1")]
    [InlineData("[[|Examples(0)|]] float[] f = null!;", "f is stated as examples of 0 values, but a size must be at least 1")]
    [InlineData("void M([[|Examples(-2)|]] float[] p) { }", "p is stated as examples of -2 values, but a size must be at least 1")]
    [InlineData("[return: [|Shape(0)|]] float[] M() => [];", "M is stated as 0 values, but a size must be at least 1")]
    [InlineData("[[|Shape(3)|]] float[,] f = null!;", "f is stated as 3 values, but it is a two-dimensional array of float: state its rows and its columns")]
    [InlineData(
        "[[|Shape(3)|]] float[,,] f = null!;",
        "f is stated as 3 values, but it is a three-dimensional array of float: only lists and matrices have shapes")]
    [InlineData("[[|Shape(3)|]] float f;", "f is stated as 3 values, but it is of type float: only lists and matrices have shapes")]
    [InlineData("[return: [|Shape(3)|]] void M() { }", "M is stated as 3 values, but it is of type void: only lists and matrices have shapes")]
    [InlineData("void M() { Local([]); void Local([[|Shape(0)|]] float[] p) { } }", "p is stated as 0 values, but a size must be at least 1")]
    [InlineData("void M() { Local(); [return: [|Shape(0)|]] float[] Local() => []; }", "Local is stated as 0 values, but a size must be at least 1")]
    [InlineData("Action<float[]> M() => ([[|Shape(0)|]] float[] p) => { };", "p is stated as 0 values, but a size must be at least 1")]
    public Task A_shape_that_no_value_has_is_refused(string members, string message) => ShapeHarness.Members(members, "0209: " + message);

    [Theory]
    [InlineData("[Shape(1)] float[] f = null!;")]
    [InlineData("[Shape(3)] List<float> f = null!;")]
    [InlineData("[Shape(3, 4)] float[] f = null!;")]
    [InlineData("[Examples(3)] float[,] f = null!;")]
    [InlineData("[Shape(3)] ReadOnlyMemory<float> f;")]
    public Task A_shape_that_a_value_can_have_is_accepted(string members) => ShapeHarness.Members(members);
}
