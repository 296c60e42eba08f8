namespace NetGen.Analyzers.Tests;

/// <summary>
/// What is known of a value: each expression is passed as weights and biases of a known size, so that the message tells the shape that was found.
/// </summary>
public sealed class ShapeEvaluatorTests
{
    /// <summary>Expressions that hold another number of values than the 4 inputs.</summary>
    [Theory]
    [InlineData("new float[2 + 3]", 5)]
    [InlineData("new float[Net.InputSize + 1]", 5)]
    [InlineData("new float[Net.Units1 * 2]", 6)]
    [InlineData("new float[1 << 1]", 2)]
    [InlineData("new float[7 / 2]", 3)]
    [InlineData("new float[11 % 6]", 5)]
    [InlineData("new float[-(-5)]", 5)]
    [InlineData("new float[(int)5L]", 5)]
    [InlineData("new float[5u]", 5)]
    [InlineData("new float[Size]", 5)]
    [InlineData("new float[Case.Size]", 5)]
    [InlineData("new float[size]", 6)]
    [InlineData("new float[Math.Min(9, 6)]", 6)]
    [InlineData("new float[Math.Max(2, 6)]", 6)]
    [InlineData("new float[buffer.Length]", 7)]
    [InlineData("new float[table.GetLength(1)]", 3)]
    [InlineData("new float[table.GetLength(0)]", 2)]
    [InlineData("new float[table.Length]", 6)]
    [InlineData("new float[rows.Length]", 2)]
    [InlineData("new float[][] { new float[3], new float[3] }[count]", 3)]
    [InlineData("rows.Select(row => row[0]).ToArray()", 2)]
    [InlineData("new float[5].AsSpan()", 5)]
    [InlineData("new float[8].AsSpan(3)", 5)]
    [InlineData("new float[8].AsSpan(start: 1, length: 6)", 6)]
    [InlineData("new float[8].AsSpan(2..)", 6)]
    [InlineData("new float[8].AsSpan(..^2)", 6)]
    [InlineData("new float[8].AsSpan(^3..)", 3)]
    [InlineData("new float[8].AsSpan(^6..^1)", 5)]
    [InlineData("new float[8].AsSpan(1..^1)", 6)]
    [InlineData("new float[8].AsSpan(^7..6)", 5)]
    [InlineData("(new float[8])[1..6]", 5)]
    [InlineData("new float[8].AsSpan()[..5]", 5)]
    [InlineData("new float[8].AsSpan().Slice(2)", 6)]
    [InlineData("new float[count].AsSpan(0, 5)", 5)]
    [InlineData("new float[count].AsSpan(count, 5)", 5)]
    [InlineData("new float[count].AsSpan()[2..7]", 5)]
    [InlineData("(new float[count])[^5..^0]", 5)]
    [InlineData("new float[8].AsMemory(3).Span", 5)]
    [InlineData("new ReadOnlyMemory<float>(new float[6]).Span", 6)]
    [InlineData("new Span<float>(buffer)", 7)]
    [InlineData("new ReadOnlySpan<float>(buffer, 1, 5)", 5)]
    [InlineData("new ArraySegment<float>(buffer, 2, 3)", 3)]
    [InlineData("new float[6].AsSpan().ToArray()", 6)]
    [InlineData("(float[])new float[6].Clone()", 6)]
    [InlineData("GC.AllocateArray<float>(6)", 6)]
    [InlineData("System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref buffer[0], 6)", 6)]
    [InlineData("Enumerable.Range(0, 6).Select(i => (float)i).ToArray()", 6)]
    [InlineData("[1, 2, .. new float[3]]", 5)]
    [InlineData("[.. buffer, .. buffer]", 14)]
    [InlineData("buffer", 7)]
    [InlineData("this.buffer", 7)]
    [InlineData("assigned", 9)]
    [InlineData("Shared", 6)]
    [InlineData("Case.Shared", 6)]
    [InlineData("Constants", 3)]
    [InlineData("Copy", 7)]
    [InlineData("marked", 5)]
    [InlineData("Marked()", 6)]
    [InlineData("net.Predict(new float[12])", -1)]
    [InlineData("iris.Predict(new float[4])", -1)]
    [InlineData("(flag ? new float[5] : new float[5])[0..5]", 5)]
    public Task The_length_of_a_value_is_known(string expression, int length)
    {
        string expected = length >= 0
            ? $"0201: x holds {length} {(length == 1 ? "value" : "values")}, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4"
            : expression.StartsWith("net", StringComparison.Ordinal)
                ? "0206: x holds outputs of layer 2 of Net, 1 value an example, but layer 1 of Net takes 4 inputs an example: both must be equal"
                : "0206: x holds outputs of layer 1 of Iris, 3 values an example, but layer 1 of Net takes 4 inputs an example: both must be equal";
        return ShapeHarness.Reports(Use($"net.Predict([|{expression}|]);"), expected);
    }

    [Theory]
    [InlineData("var x = new float[5]; net.Predict([|x|]);")]
    [InlineData("float[] x = { 1, 2, 3, 4, 5 }; net.Predict([|x|]);")]
    [InlineData("float[] x; x = new float[5]; net.Predict([|x|]);")]
    [InlineData("Span<float> x = stackalloc float[5]; net.Predict([|x|]);")]
    [InlineData("int n = 5; var x = new float[n]; x[0] = 1; net.Predict([|x|]);")]
    [InlineData("const int N = 5; net.Predict([|new float[N]|]);")]
    [InlineData("var x = new float[5]; Action act = () => net.Predict([|x|]); act();")]
    [InlineData("var x = new float[5]; void Act() => net.Predict([|x|]); Act();")]
    [InlineData("for (int i = 0; i < count; i++) { var x = new float[5]; net.Predict([|x|]); }")]
    [InlineData("var x = new float[5]; foreach (var v in x) net.Predict([|x|]);")]
    [InlineData("var x = new float[5]; var y = x; ReadOnlySpan<float> z = y; net.Predict([|z|]);")]
    [InlineData("var x = new float[count > 0 ? 5 : 5]; net.Predict(x); net.Predict([|new float[5]|]);")]
    [InlineData("float[] x; net.Predict([|x = new float[5]|]);")]
    [InlineData("using var timer = new System.Threading.Timer(_ => { }); var x = new float[5]; net.Predict([|x|]);")]
    public Task A_local_that_is_assigned_once_is_what_it_was_assigned(string statements) =>
        ShapeHarness.Reports(Use(statements), "0201: x holds 5 values, but layer 1 of Net takes 4 inputs an example: the length must be a multiple of 4");

    [Theory]
    [InlineData("var x = new float[5]; x = new float[count]; net.Predict(x);")]
    [InlineData("var x = new float[5]; if (flag) x = new float[4]; net.Predict(x);")]
    [InlineData("var x = new float[5]; Array.Resize(ref x, 4); net.Predict(x);")]
    [InlineData("float[] x; if (flag) x = new float[5]; else x = new float[4]; net.Predict(x);")]
    [InlineData("int n = 5; n = 4; net.Predict(new float[n]);")]
    [InlineData("int n = 5; n--; net.Predict(new float[n]);")]
    [InlineData("int n = 5; n += count; net.Predict(new float[n]);")]
    [InlineData("int n = 5; ref int r = ref n; r = 4; net.Predict(new float[n]);")]
    [InlineData("int n = 5; Grow(ref n); net.Predict(new float[n]);")]
    [InlineData("int n = 5; (n, _) = (4, 1); net.Predict(new float[n]);")]
    [InlineData("Fill(out var x); net.Predict(x);")]
    [InlineData("foreach (var x in rows) net.Predict(x.AsSpan(count));")]
    [InlineData("net.Predict(rows[0]);")]
    [InlineData("float[][] own = [new float[3], new float[3]]; own[0] = new float[4]; net.Predict(own[0]);")]
    [InlineData("float[][] own = [new float[5], new float[5], new float[5]]; for (int i = 0; i < 3; i++) own[i] = own[i][..4]; net.W1.CopyFrom(own);")]
    [InlineData("float[][] four = [new float[4], new float[4], new float[4], new float[4]]; net.W1.CopyFrom(four[..3]);")]
    [InlineData("float[][] wide = [new float[5], new float[5], new float[5]]; net.W1.CopyFrom(wide.Select(row => row[..4]).ToArray());")]
    [InlineData("float[][] wide = [new float[5], new float[5], new float[5]]; net.b1.CopyFrom(wide.Select(row => row.Sum()).ToArray());")]
    [InlineData("net.Cost(new float[12], new float[][] { new float[5], new float[5], new float[5] }.Select(row => row[4]).ToArray());")]
    [InlineData("net.W1.CopyFrom(Enumerable.Range(0, 3).Select(_ => new float[4]).ToArray());")]
    [InlineData("net.W1.CopyFrom(Enumerable.Repeat(new float[4], 3).ToArray());")]
    [InlineData("for (int n = 5; n < 9; n++) net.Predict(new float[n]);")]
    [InlineData("float[]? x = null; x ??= new float[count]; net.Predict(x);")]
    [InlineData("if (Unknown() is { } x) net.Predict(x);")]
    [InlineData("var (x, y) = (new float[5], 1); net.Predict(x);")]
    [InlineData("net.Predict(changed);")]
    [InlineData("net.Predict(twice);")]
    [InlineData("net.Predict(mutable);")]
    [InlineData("net.Predict(Settable);")]
    [InlineData("net.Predict(Overridable);")]
    [InlineData("net.Predict(initOnly);")]
    [InlineData("net.Predict(default(Box).Values);")]
    [InlineData("net.Predict(loop);")]
    [InlineData("net.Predict(buffer.AsSpan(count));")]
    [InlineData("net.Predict(buffer.AsSpan(0, count));")]
    [InlineData("net.Predict(buffer[..count]);")]
    [InlineData("net.Predict(buffer.Where(v => v > 0).ToArray());")]
    [InlineData("net.Predict([.. Unknown()!]);")]
    [InlineData("net.Predict(new float[int.Parse(\"4\")]);")]
    [InlineData("net.Predict(new float[checked(count * 3)]);")]
    [InlineData("net.Predict(true ? new float[4] : new float[5]);")]
    [InlineData("net.Predict(Net.InputSize == 4 ? new float[4] : new float[5]);")]
    [InlineData("net.Predict(flag ? Unknown() : null);")]
    [InlineData("net.Predict(Unknown() ?? throw new InvalidOperationException());")]
    [InlineData("dynamic d = 5; net.Predict(new float[d]);")]
    [InlineData("net.Predict(new List<float> { 1, 2, 3 }.ToArray());")]
    [InlineData("net.Predict((Vector)new float[5]);")]
    public Task What_cannot_be_told_stays_silent(string statements) => ShapeHarness.Reports(Use(statements));

    private static string Use(string statements) => ShapeHarness.WrapMembers($$"""
        private const int Size = 5;
        private readonly int size = 6;
        private readonly float[] buffer = new float[7];
        private readonly float[,] table = new float[2, 3];
        private readonly float[][] rows = [new float[3], new float[3]];
        private readonly float[] assigned;
        private static readonly float[] Shared = [1, 2, 3, 4, 5, 6];
        private static ReadOnlySpan<float> Constants => [1, 2, 3];
        private float[] Copy => buffer;
        [Shape(5)] private float[] marked = Read();
        [return: Shape(6)] private static float[] Marked() => Read();
        private static float[] Read() => [];
        private static float[]? Unknown() => null;
        private static void Grow(ref int n) => n = 4;
        private static void Fill(out float[] x) => x = new float[4];
        private readonly float[] changed = new float[5];
        private readonly float[] twice;
        private float[] mutable = new float[5];
        private float[] Settable { get; set; } = new float[5];
        protected virtual float[] Overridable => new float[5];
        private readonly float[] initOnly = new float[5];
        private float[] loop => loop2;
        private float[] loop2 => loop;
        public int Init { init { initOnly = new float[value]; } }
        public Case(int count)
        {
            assigned = new float[9];
            changed = new float[count];
            if (count > 1) twice = new float[5]; else twice = new float[4];
        }
        public struct Box { public readonly float[] Values = new float[5]; public Box() { } }
        public readonly struct Vector
        {
            public static explicit operator Vector(float[] values) => default;
            public static implicit operator ReadOnlySpan<float>(Vector vector) => new float[4];
        }
        public void Run(Net net, Iris iris, int count, bool flag)
        {
            {{statements}}
        }
        """);
}
