namespace NetGen.Analyzers.Tests;

/// <summary>Code as people write it, with lengths that nobody knows before the program runs: no analyzer says a word.</summary>
public sealed class RealisticUsageTests
{
    [Theory]
    [InlineData(
        "A file of pictures",
        "byte[] bytes = System.IO.File.ReadAllBytes(\"pictures\"); var x = new float[bytes.Length]; "
            + "for (int i = 0; i < x.Length; i++) x[i] = bytes[i] / 255f; cat.Predict(x);")]
    [InlineData(
        "A batch of a size that the user chose",
        "int m = int.Parse(Console.ReadLine()!); net.Predict(new float[m * Net.InputSize], new float[m * Net.OutputSize]);")]
    [InlineData(
        "Mini-batches by slices",
        "float[] x = Load(), y = Load(); int m = y.Length; for (int start = 0; start < m; start += 64) { int n = Math.Min(64, m - start); "
            + "net.TrainStep(x.AsSpan(start * Net.InputSize, n * Net.InputSize), y.AsSpan(start, n), 0.01); }")]
    [InlineData("The last piece of a batch", "float[] x = Load(); int whole = x.Length / 4 * 4; net.Predict(x.AsSpan(0, whole));")]
    [InlineData("A loop over examples", "float[] x = Load(); for (int i = 0; i + 4 <= x.Length; i += 4) net.PredictClass(x.AsSpan(i, 4));")]
    [InlineData("One example after the other from the end", "float[] x = Load(); net.PredictClass(x.AsSpan()[^4..]);")]
    [InlineData("A list that grows", "var values = new List<float>(); while (flag) values.Add(count); net.Predict(values.ToArray());")]
    [InlineData("A list as a span", "var values = new List<float>(); net.Predict(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));")]
    [InlineData("Text to numbers", "net.Predict(\"1,2,3,4\".Split(',').Select(float.Parse).ToArray());")]
    [InlineData("A query over rows", "float[][] rows = [Load(), Load()]; net.Predict(rows.SelectMany(row => row).ToArray());")]
    [InlineData("Rows of a table", "float[][] table = Enumerable.Range(0, count).Select(_ => Load()).ToArray(); foreach (var row in table) net.Predict(row);")]
    [InlineData(
        "A buffer that is reused and may grow",
        "float[] output = new float[10]; float[] x = Load(); "
            + "if (output.Length < x.Length) output = new float[x.Length]; net.Predict(x, output.AsSpan(0, x.Length / 4));")]
    [InlineData(
        "A rented buffer",
        "float[] rented = System.Buffers.ArrayPool<float>.Shared.Rent(1000); "
            + "net.Predict(rented.AsSpan(0, count * 4)); System.Buffers.ArrayPool<float>.Shared.Return(rented);")]
    [InlineData("On the stack when small", "Span<float> output = count <= 64 ? stackalloc float[64] : new float[count]; net.Predict(Load(), output[..count]);")]
    [InlineData("A default when nothing is given", "float[]? given = flag ? Load() : null; net.Predict(given ?? new float[Net.InputSize]);")]
    [InlineData("A switch over modes", "net.Predict(count switch { 0 => new float[4], 1 => Load(), _ => throw new InvalidOperationException() });")]
    [InlineData("Options of a caller", "Func<int, float[]> make = n => new float[n]; net.Predict(make(4)); net.Predict(make(count));")]
    [InlineData(
        "Weights from a file, row by row",
        "float[] all = Load(); net.SetParameters(all); net.W1.CopyFrom(all.AsSpan(0, 12)); net.b1.CopyFrom(all.AsSpan(12, 3));")]
    [InlineData(
        "Weights in a loop",
        "float[] all = Load(); int at = 0; net.W1.CopyFrom(all.AsSpan(at, 12)); at += 12; "
            + "net.b1.CopyFrom(all.AsSpan(at, 3)); at += 3; net.W2.CopyFrom(all.AsSpan(at, 3));")]
    [InlineData(
        "Weights of a network of the same declaration",
        "var copy = new Net(); copy.SetParameters(net.Parameters); copy.W1.CopyFrom(net.W1.AsSpan()); copy.b1.CopyFrom(net.b1.AsSpan());")]
    [InlineData(
        "A transposed matrix",
        "var w = new float[4, 3]; var t = new float[w.GetLength(1), w.GetLength(0)]; "
            + "for (int i = 0; i < 4; i++) for (int j = 0; j < 3; j++) t[j, i] = w[i, j]; net.W1.CopyFrom(t);")]
    [InlineData("Two networks in a row", "float[] x = Load(); float[] hidden = decoder.Predict(x); encoder.Predict(hidden, new float[hidden.Length / 6 * 5]);")]
    [InlineData(
        "Two networks over a buffer",
        "float[] x = Load(); var code = new float[x.Length / 6 * 5]; encoder.Predict(x, code); foreach (float value in code) Console.WriteLine(value);")]
    [InlineData("Features put together", "float[] features = [.. encoder.Predict(Load()), .. Load()]; decoder.Predict(features);")]
    [InlineData(
        "Gradients of a chosen size",
        "var gradients = new float[Net.ParameterCount]; net.ComputeGradients(Load(), Load(), gradients); float norm = MathF.Sqrt(gradients.Sum(g => g * g));")]
    [InlineData(
        "Gradients among others",
        "var all = new float[Net.ParameterCount + Iris.ParameterCount]; net.ComputeGradients(Load(), Load(), all.AsSpan(0, Net.ParameterCount)); "
            + "iris.ComputeGradients(Load(), Load(), all.AsSpan(Net.ParameterCount));")]
    [InlineData(
        "A prediction server",
        "var predictor = net.CreatePredictor(); "
            + "System.Threading.Tasks.Parallel.For(0, count, i => { Span<float> x = stackalloc float[4]; x[0] = i; predictor.PredictClass(x); });")]
    [InlineData(
        "Labels as classes",
        "int[] classes = Load().Select(v => (int)v).ToArray(); iris.TrainStep(Load(), classes, 0.1); Console.WriteLine(iris.Cost(Load(), classes));")]
    [InlineData(
        "Early stopping on a part",
        "float[] x = Load(), y = Load(); int cut = (int)(0.8 * y.Length); "
            + "double a = net.Cost(x.AsSpan(..(cut * 4)), y.AsSpan(..cut)), b = net.Cost(x.AsSpan(cut * 4), y.AsSpan(cut)); Console.WriteLine(a < b);")]
    [InlineData(
        "Asynchronous reading",
        "async System.Threading.Tasks.Task Read() { var bytes = await System.IO.File.ReadAllBytesAsync(\"x\"); "
            + "net.Predict(bytes.Select(b => b / 255f).ToArray()); } _ = Read();")]
    [InlineData(
        "Memory that is handed around",
        "ReadOnlyMemory<float> memory = Load(); net.Predict(memory.Span); net.Predict(memory[(count * 4)..].Span); net.Predict(memory.Slice(0, count).Span);")]
    [InlineData(
        "Numbers of another library",
        "var vectors = new System.Numerics.Vector4[count]; "
            + "net.Predict(System.Runtime.InteropServices.MemoryMarshal.Cast<System.Numerics.Vector4, float>(vectors));")]
    [InlineData("A sum over a grid of points", "var grid = new float[200 * 200 * 4]; var z = new float[200 * 200]; net.Predict(grid, z);")]
    [InlineData(
        "Datasets",
        "var train = Dataset<float>.FromRows(Load(), 4, Load(), 1); foreach (int i in Enumerable.Range(0, train.Count)) net.Predict(train.X.Slice(i * 4, 4));")]
    public Task Nothing_is_said(string usage, string statements)
    {
        Assert.NotEmpty(usage);
        return ShapeHarness.Reports(ShapeHarness.WrapMembers($$"""
            private static float[] Load() => System.IO.File.ReadAllText("numbers").Split(' ').Select(float.Parse).ToArray();
            public void Run(Net net, CatNet cat, Encoder encoder, Decoder decoder, Iris iris, int count, bool flag)
            {
                {{statements}}
            }
            """));
    }
}
