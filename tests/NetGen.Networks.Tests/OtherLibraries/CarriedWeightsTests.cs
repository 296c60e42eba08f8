using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Runtime.Tests.Data;

namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>
/// Weights of PyTorch's nn.Linear and of Keras' Dense, in archives as NumPy writes them: what the network predicts is what the layers there compute.
/// </summary>
public sealed class CarriedWeightsTests : IDisposable
{
    private static readonly int[] Sizes = [4, 6, 3];
    private static readonly float[] X = Draw(0, 5 * 4);

    // As the libraries keep them: weight (out, in) or kernel (in, out), then bias, of both layers.
    private static readonly float[][] Layers = [Draw(1, 24), Draw(2, 6), Draw(3, 18), Draw(4, 3)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");

    private string Archive => Path.Combine(folder.FullName, "net.npz");

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void WeightsOfPyTorchAreLoadedAsTheyAre()
    {
        WriteArchive(isFortranOrder: false, (6, 4), (3, 6));
        AssertPredicts((inputs, units, input, unit) => unit * inputs + input);
    }

    [Fact]
    public void KernelsOfKerasAreLoadedTransposed()
    {
        // NumPy's transpose is a view, which it saves without moving a number: in Fortran order.
        WriteArchive(isFortranOrder: true, (6, 4), (3, 6));
        AssertPredicts((inputs, units, input, unit) => input * units + unit);
    }

    [Fact]
    public void KernelsThatWereNotTransposedAreRefusedWithBothShapes()
    {
        WriteArchive(isFortranOrder: false, (4, 6), (6, 3));
        var refusal = Assert.Throws<DataFormatException>(() => new CarriedOver().Load(Archive));
        Assert.Contains("W1 is 4x6", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("W1 must be 6x4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePythonOfThePageCarriesWeightsOfPyTorchOver()
    {
        // A module of the library's name, as far as the page uses it.
        RunPython(Page.Code("python")[0], $$"""
            import types
            class Tensor:
                def __init__(self, values): self.values = values
                def detach(self): return self
                def cpu(self): return self
                def numpy(self): return self.values
            class Linear:
                def __init__(self, weight, bias): self.weight, self.bias = Tensor(weight), Tensor(bias)
            class Model:
                def modules(self): return [self, Linear({{Array(0, 6, 4)}}, {{Array(1, 6)}}), 'Tanh', Linear({{Array(2, 3, 6)}}, {{Array(3, 3)}})]
            sys.modules['torch'] = types.SimpleNamespace(nn=types.SimpleNamespace(Linear=Linear))
            model = Model()
            """);
        AssertPredicts((inputs, units, input, unit) => unit * inputs + input);
    }

    [Fact]
    public void ThePythonOfThePageCarriesWeightsOfKerasOver()
    {
        RunPython(Page.Code("python")[1], $$"""
            import types
            def layer(*weights): return types.SimpleNamespace(get_weights=lambda: list(weights))
            model = types.SimpleNamespace(layers=[layer({{Array(0, 4, 6)}}, {{Array(1, 6)}}), layer(), layer({{Array(2, 6, 3)}}, {{Array(3, 3)}})])
            """);
        AssertPredicts((inputs, units, input, unit) => input * units + unit);
    }

    private static float[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }

    /// <summary>An array in Python.</summary>
    private static string Array(int index, params int[] shape)
    {
        string numbers = string.Join(", ", Layers[index].Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        return $"numpy.array([{numbers}], 'float32').reshape({string.Join(", ", shape)})";
    }

    private void RunPython(string page, string model)
    {
        Assert.Contains("\"net.npz\"", page, StringComparison.Ordinal);
        Python.Run($"import sys, numpy\n{model}\n{page.Replace("\"net.npz\"", "sys.argv[1]", StringComparison.Ordinal)}", Archive);
    }

    /// <summary>Writes an archive as numpy.savez does, from the memory of the arrays.</summary>
    private void WriteArchive(bool isFortranOrder, (int Rows, int Columns) first, (int Rows, int Columns) second)
    {
        using ZipArchive archive = ZipFile.Open(Archive, ZipArchiveMode.Create);
        Add("W1", $"({first.Rows}, {first.Columns})", Layers[0]);
        Add("b1", "(6,)", Layers[1]);
        Add("W2", $"({second.Rows}, {second.Columns})", Layers[2]);
        Add("b2", "(3,)", Layers[3]);

        void Add(string name, string shape, float[] values)
        {
            bool isFortran = isFortranOrder && name[0] == 'W';
            string text = $"{{'descr': '<f4', 'fortran_order': {(isFortran ? "True" : "False")}, 'shape': {shape}, }}";
            byte[] header = Encoding.Latin1.GetBytes(text.PadRight(117) + "\n");
            using Stream entry = archive.CreateEntry($"{name}.npy", CompressionLevel.NoCompression).Open();
            entry.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. MemoryMarshal.AsBytes<float>(values)]);
        }
    }

    /// <summary>Loads the archive and compares predictions with tanh and softmax of what the layers there compute.</summary>
    /// <param name="place">Where a layer there keeps the weight between an input and a unit: of (inputs, units, input, unit).</param>
    private void AssertPredicts(Func<int, int, int, int, int> place)
    {
        var network = new CarriedOver();
        network.Load(Archive);
        float[] predicted = network.Predict(X);
        for (int i = 0; i < X.Length / Sizes[0]; i++)
        {
            double[] a = [.. X.Skip(i * Sizes[0]).Take(Sizes[0])];
            for (int layer = 0; layer < 2; layer++)
            {
                (int inputs, int units) = (Sizes[layer], Sizes[layer + 1]);
                (float[] weights, float[] biases) = (Layers[2 * layer], Layers[2 * layer + 1]);
                double[] z = [.. biases.Select((bias, unit) => bias + a.Select((value, input) => value * weights[place(inputs, units, input, unit)]).Sum())];
                a = layer == 0 ? [.. z.Select(Math.Tanh)] : [.. z.Select(value => Math.Exp(value) / z.Sum(Math.Exp))];
            }

            for (int unit = 0; unit < Sizes[2]; unit++)
            {
                Assert.Equal(a[unit], predicted[i * Sizes[2] + unit], 1e-6);
            }
        }
    }
}
