using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using NetGen.Networks.Tests.Harness;

namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>The program of the page is one that runs.</summary>
public class PageTests
{
    private const string Data = """
        float[] x = new float[60];
        int[] classes = new int[15];
        for (int i = 0; i < 15; i++)
        {
            x[4 * i + i % 3] = 1;
            classes[i] = i % 3;
        }

        """;

    [Fact]
    public void TheProgramOfThePageLoadsTrainsAndSaves()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            string before = Path.Combine(folder.FullName, "net.npz"), after = Path.Combine(folder.FullName, "trained.npz");
            NpzFile.Write(before, new Dictionary<string, NdArray>
            {
                ["W1"] = Tensor(8, 4),
                ["b1"] = Tensor(8),
                ["W2"] = Tensor(3, 8),
                ["b2"] = Tensor(3),
            });

            // The compiler of the tests has the using directive; the data is what the page says of it.
            string program = Assert.Single(Page.Code("csharp"));
            Assert.StartsWith("using NetGen;\n", program, StringComparison.Ordinal);
            Run(Data + program["using NetGen;\n".Length..]
                .Replace("\"net.npz\"", $"@\"{before}\"", StringComparison.Ordinal)
                .Replace("\"trained.npz\"", $"@\"{after}\"", StringComparison.Ordinal));

            IReadOnlyDictionary<string, NdArray> loaded = NpzFile.Read(before), trained = NpzFile.Read(after);
            foreach ((string name, NdArray tensor) in loaded)
            {
                Assert.Equal(tensor.Shape, trained[name].Shape);
                Assert.NotEqual(tensor.ToArray<float>(), trained[name].ToArray<float>());

                // Twenty steps of Adam go no further; other numbers than those loaded would be.
                Assert.All(tensor.ToArray<float>().Zip(trained[name].ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 0.05f));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static NdArray Tensor(params int[] shape)
    {
        var random = new Random(shape[0]);
        float[] values = [.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(_ => random.NextSingle() - 0.5f)];
        return NdArray.Create<float>(values, shape);
    }

    private static void Run(string program)
    {
        using var image = new MemoryStream();
        Compilation compilation = NetworkCompiler.Generate(program, NetworkCompiler.Options.WithOutputKind(OutputKind.ConsoleApplication));
        NetworkCompiler.Refuse(compilation.Emit(image).Diagnostics, program);
        image.Position = 0;
        var context = new AssemblyLoadContext("page", isCollectible: true);
        context.LoadFromStream(image).EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null);
        context.Unload();
    }
}
