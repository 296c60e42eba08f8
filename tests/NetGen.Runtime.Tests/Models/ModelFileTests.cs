using NetGen.Runtime.Tests.Data;

namespace NetGen.Runtime.Tests.Models;

public class ModelFileTests
{
    private static readonly float[] Parameters = [.. Enumerable.Range(1, StoredNet.ParameterCount).Select(i => i / 8f)];

    private static Dictionary<string, NdArray> Tensors() => new()
    {
        ["W1"] = NdArray.Create<float>(Parameters.AsSpan(0, 6), 3, 2),
        ["b1"] = NdArray.Create<float>(Parameters.AsSpan(6, 3), 3),
        ["W2"] = NdArray.Create<float>(Parameters.AsSpan(9, 3), 1, 3),
        ["b2"] = NdArray.Create<float>(Parameters.AsSpan(12, 1), 1),
    };

    private static void Refused(string problem, Action<Dictionary<string, NdArray>> change)
    {
        using TemporaryFolder folder = new();
        Dictionary<string, NdArray> tensors = Tensors();
        change(tensors);
        NpzFile.Write(folder["model.npz"], tensors);

        StoredNet network = new();
        string message = Assert.Throws<DataFormatException>(() => ModelFile.Load<StoredNet, float>(network, folder["model.npz"])).Message;
        Assert.Equal($"{folder["model.npz"]}: {problem}", message);
        Assert.False(network.IsInitialized);
    }

    [Fact]
    public void What_is_saved_is_loaded_bit_for_bit()
    {
        using TemporaryFolder folder = new();
        StoredNet saved = new();
        saved.SetParameters(Parameters);
        ModelFile.Save<StoredNet, float>(saved, folder["model.npz"]);
        StoredNet loaded = new();
        ModelFile.Load<StoredNet, float>(loaded, folder["model.npz"]);
        Assert.Equal(Parameters, loaded.Parameters.ToArray());
        Assert.Equal(["model.npz"], folder.FileNames);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        using TemporaryFolder folder = new();
        StoredNet network = new();
        network.SetParameters(Parameters);
        string path = folder[Path.Combine("missing", "model.npz")];
        var refused = Assert.Throws<DirectoryNotFoundException>(() => ModelFile.Save<StoredNet, float>(network, path));
        Assert.Equal($"{path} cannot be written: there is no folder {Path.GetDirectoryName(path)}. Create it first.", refused.Message);
    }

    [Fact]
    public void A_saved_file_holds_each_layers_weights_and_biases_by_name()
    {
        using TemporaryFolder folder = new();
        StoredNet network = new();
        network.SetParameters(Parameters);
        ModelFile.Save<StoredNet, float>(network, folder["model.npz"]);
        IReadOnlyDictionary<string, NdArray> read = NpzFile.Read(folder["model.npz"]);
        Assert.Equal([.. Tensors().Keys, "__netgen__"], read.Keys);
        foreach ((string name, NdArray tensor) in Tensors())
        {
            Assert.Equal(tensor.Shape, read[name].Shape);
            Assert.Equal(tensor.ToArray<float>(), read[name].ToArray<float>());
        }
    }

    [Fact]
    public void NumPy_reads_and_writes_model_files()
    {
        using TemporaryFolder folder = new();
        StoredNet network = new();
        network.SetParameters(Parameters);
        ModelFile.Save<StoredNet, float>(network, folder["model.npz"]);
        Python.Run(
            """
            import sys, json, numpy
            p = dict(numpy.load(sys.argv[1] + 'model.npz'))
            assert p['W1'].shape == (3, 2) and p['b2'].shape == (1,) and p['W1'].dtype == numpy.float32
            assert list(p) == ['W1', 'b1', 'W2', 'b2', '__netgen__']
            about = json.loads(p['__netgen__'].tobytes())
            assert about['format'] == 1 and about['network'] == 'StoredNet' and [l['activation'] for l in about['layers']] == ['Tanh', 'Sigmoid']
            numpy.savez(sys.argv[1] + 'same.npz', **p)
            numpy.savez(sys.argv[1] + 'changed.npz', b2=p['b2'] * 2, W2=p['W2'] * 2, b1=p['b1'].reshape(3, 1) * 2, W1=numpy.asfortranarray(p['W1'] * 2))
            """,
            folder.Prefix);
        ModelFile.Load<StoredNet, float>(network, folder["changed.npz"]);
        Assert.Equal(Parameters.Select(value => value * 2), network.Parameters.ToArray());
        Assert.Equal("StoredNet", ModelFile.Load<StoredNet, float>(network, folder["same.npz"]).Network!.Name);
    }

    [Fact]
    public void Biases_may_be_columns_as_in_the_notes()
    {
        using TemporaryFolder folder = new();
        Dictionary<string, NdArray> tensors = Tensors();
        tensors["b1"] = NdArray.Create<float>(Parameters.AsSpan(6, 3), 3, 1);
        NpzFile.Write(folder["model.npz"], tensors, compress: true);
        StoredNet network = new();
        ModelFile.Load<StoredNet, float>(network, folder["model.npz"]);
        Assert.Equal(Parameters, network.Parameters.ToArray());
    }

    [Fact]
    public void Weights_of_another_shape_are_refused_with_both_shapes() => Refused(
        "W2 is 1x4, but layer 2 of StoredNet maps 3 inputs to 1 unit: W2 must be 1x3", tensors => tensors["W2"] = NdArray.Create<float>(new float[4], 1, 4));

    [Fact]
    public void Transposed_weights_are_refused() => Refused(
        "W1 is 2x3, but layer 1 of StoredNet maps 2 inputs to 3 units: W1 must be 3x2", tensors => tensors["W1"] = NdArray.Create<float>(new float[6], 2, 3));

    [Fact]
    public void Biases_of_another_length_are_refused_with_both_lengths()
    {
        Refused("b1 is 2 values, but layer 1 of StoredNet has 3 units: b1 must be 3 values", tensors => tensors["b1"] = NdArray.Create<float>(new float[2], 2));
        Refused("b1 is 1x3, but layer 1 of StoredNet has 3 units: b1 must be 3 values", tensors => tensors["b1"] = NdArray.Create<float>(new float[3], 1, 3));
        Refused(
            "b2 is a single number, but layer 2 of StoredNet has 1 unit: b2 must be 1 value",
            tensors => tensors["b2"] = NdArray.Create<float>(new float[1]));
    }

    [Fact]
    public void Another_element_type_is_refused_with_the_way_out() => Refused(
        "W2 is float64, but StoredNet computes in float32: save it as float32, in NumPy with W2.astype('float32')",
        tensors => tensors["W2"] = NdArray.Create<double>(new double[3], 1, 3));

    [Fact]
    public void Missing_and_unknown_tensors_are_named()
    {
        const string Remedy = "To keep the network's own values, name what is missing in ModelLoadOptions.Ignore.";
        Refused($"b1 is missing, which StoredNet needs. {Remedy}", tensors => tensors.Remove("b1"));
        Refused(
            $"W2, b2 are missing, which StoredNet needs. {Remedy}",
            tensors =>
            {
                tensors.Remove("W2");
                tensors.Remove("b2");
            });
        Refused(
            "W2 is missing, which StoredNet needs, and W3 is not part of it: "
                + "name the layers as they were saved, or name what does not matter in ModelLoadOptions.Ignore.",
            tensors =>
            {
                tensors["W3"] = tensors["W2"];
                tensors.Remove("W2");
            });
        Refused(
            "W3 is not part of StoredNet, which has W1, b1, W2, b2 and nothing else. To load the rest, name what does not matter in ModelLoadOptions.Ignore.",
            tensors => tensors["W3"] = tensors["W2"]);
    }

    [Fact]
    public void A_damaged_last_tensor_leaves_the_network_as_it_was()
    {
        using TemporaryFolder folder = new();
        StoredNet network = new();
        network.SetParameters(Parameters);
        ModelFile.Save<StoredNet, float>(network, folder["model.npz"]);
        byte[] file = File.ReadAllBytes(folder["model.npz"]);
        file[file.AsSpan().LastIndexOf(BitConverter.GetBytes(Parameters[^1]))] ^= 1;
        folder.Write("damaged.npz", file);

        network.SetParameters(new float[StoredNet.ParameterCount]);
        Assert.Throws<DataFormatException>(() => ModelFile.Load<StoredNet, float>(network, folder["damaged.npz"]));
        Assert.All(network.Parameters.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_network_without_parameters_is_not_saved()
    {
        using TemporaryFolder folder = new();
        string message = Assert.Throws<InvalidOperationException>(() => ModelFile.Save<StoredNet, float>(new StoredNet(), folder["model.npz"])).Message;
        Assert.Contains("StoredNet has no parameters to save: call Initialize", message, StringComparison.Ordinal);
        Assert.Empty(folder.FileNames);
    }
}
