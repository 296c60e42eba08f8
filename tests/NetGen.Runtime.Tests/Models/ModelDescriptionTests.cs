using System.Text;
using NetGen.Runtime.Tests.Data;

namespace NetGen.Runtime.Tests.Models;

/// <summary>What model files say of themselves, and what is refused for it.</summary>
public class ModelDescriptionTests
{
    private static readonly float[] Parameters = [.. Enumerable.Range(1, StoredNet.ParameterCount).Select(i => i / 8f)];

    private static StoredNet Saved()
    {
        StoredNet network = new();
        network.SetParameters(Parameters);
        return network;
    }

    private static byte[] Bytes(ModelSaveOptions<float>? options = null)
    {
        using MemoryStream stream = new();
        ModelFile.Save(Saved(), stream, options);
        return stream.ToArray();
    }

    /// <summary>The file of <see cref="Saved"/> with some arrays changed.</summary>
    private static byte[] Changed(Action<Dictionary<string, NdArray>> change)
    {
        Dictionary<string, NdArray> arrays = new(NpzFile.Read(new MemoryStream(Bytes()), "a.npz"));
        change(arrays);
        using MemoryStream stream = new();
        NpzFile.Write(stream, arrays);
        return stream.ToArray();
    }

    private static byte[] Described(string from, string to) => Changed(arrays =>
    {
        string text = Encoding.UTF8.GetString(arrays["__netgen__"].ToArray<byte>());
        Assert.Contains(from, text, StringComparison.Ordinal);
        byte[] changed = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        arrays["__netgen__"] = NdArray.Create<byte>(changed, changed.Length);
    });

    private static ModelInfo<float> Load(byte[] file, ModelLoadOptions? options = null)
    {
        StoredNet network = new();
        ModelInfo<float> info = ModelFile.Load<StoredNet, float>(network, new MemoryStream(file), options);
        Assert.Equal(Parameters, network.Parameters.ToArray());
        return info;
    }

    private static void Refused(string problem, byte[] file, ModelLoadOptions? options = null)
    {
        StoredNet network = new();
        string message = Assert.Throws<DataFormatException>(() => ModelFile.Load<StoredNet, float>(network, new MemoryStream(file), options)).Message;
        Assert.StartsWith("The stream: ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.False(network.IsInitialized);
    }

    [Fact]
    public void A_file_says_which_network_it_holds()
    {
        ModelInfo<float> info = Load(Bytes());
        Assert.Equal(1, info.FormatVersion);
        Assert.Equal(ElementType.Float, info.Element);
        Assert.Equal("StoredNet", info.Network!.Name);
        Assert.Equal(StoredNet.Description.DenseLayers, info.Network.DenseLayers);
        Assert.Equal((Loss.BinaryCrossEntropy, Initializer.Zeros), (info.Network.Loss, info.Network.Initializer));
        Assert.Empty(info.ClassNames);
        Assert.Null(info.InputScaling);
        Assert.Null(info.OutputScaling);
        Assert.Equal("StoredNet", ModelFile.ReadInfo<double>(new MemoryStream(Bytes())).Network!.Name);
    }

    [Fact]
    public void Class_names_and_scaling_come_back_bit_for_bit()
    {
        using TemporaryFolder folder = new();
        Standardization<float> inputs = new([0.1f, -3e38f], [1e-45f, 2]);
        MinMaxScaling<float> outputs = new([-float.MaxValue], [float.Epsilon]);
        ModelSaveOptions<float> options = new()
        {
            ClassNames = ["no cat", "Katze \"Müller\" 🐈"],
            InputScaling = inputs,
            OutputScaling = outputs,
        };
        ModelFile.Save(Saved(), folder["a.npz"], options);
        ModelInfo<float> info = ModelFile.Load<StoredNet, float>(new StoredNet(), folder["a.npz"]);
        Assert.Equal(options.ClassNames, info.ClassNames);
        Standardization<float> loadedInputs = Assert.IsType<Standardization<float>>(info.InputScaling);
        Assert.Equal(inputs.Means.ToArray(), loadedInputs.Means.ToArray());
        Assert.Equal(inputs.Deviations.ToArray(), loadedInputs.Deviations.ToArray());
        MinMaxScaling<float> loadedOutputs = Assert.IsType<MinMaxScaling<float>>(info.OutputScaling);
        Assert.Equal(outputs.Minimums.ToArray(), loadedOutputs.Minimums.ToArray());
        Assert.Equal(outputs.Maximums.ToArray(), loadedOutputs.Maximums.ToArray());
        Assert.Equal(options.ClassNames, ModelFile.ReadInfo<float>(folder["a.npz"]).ClassNames);
    }

    [Fact]
    public void What_does_not_fit_the_network_is_not_saved()
    {
        void NotSaved(string problem, ModelSaveOptions<float> options)
        {
            using TemporaryFolder folder = new();
            string message = Assert.Throws<ArgumentException>(() => ModelFile.Save(Saved(), folder["a.npz"], options)).Message;
            Assert.Equal(problem, message);
            Assert.Empty(folder.FileNames);
        }

        NotSaved("There are 3 class names, but StoredNet has 1 output, for which 1 name or 2 are needed.", new() { ClassNames = ["a", "b", "c"] });
        NotSaved("InputScaling is for 1 feature, but StoredNet has 2 inputs.", new() { InputScaling = new MinMaxScaling<float>([1], [1]) });
        NotSaved("OutputScaling is for 2 features, but StoredNet has 1 output.", new() { OutputScaling = new Standardization<float>([1, 1], [1, 1]) });
    }

    [Fact]
    public void Files_that_say_nothing_of_themselves_are_loaded()
    {
        ModelInfo<float> info = Load(Changed(arrays => arrays.Remove("__netgen__")));
        Assert.Equal(0, info.FormatVersion);
        Assert.Null(info.Network);
        Assert.Null(info.Element);
    }

    [Fact]
    public void Other_activations_are_refused_with_both_networks_named()
    {
        byte[] file = Described("\"network\":\"StoredNet\"", "\"network\":\"ReluNet\"");
        Assert.Equal("ReluNet", Load(file).Network!.Name);
        file = Described(
            "\"network\":\"StoredNet\",\"element\":\"float32\",\"inputs\":2,\"layers\":[{\"units\":3,\"activation\":\"Tanh\"",
            "\"network\":\"ReluNet\",\"element\":\"float32\",\"inputs\":2,\"layers\":[{\"units\":3,\"activation\":\"Relu\"");
        const string Problem = "layer 1 of ReluNet, which was saved, is Relu, but layer 1 of StoredNet is Tanh: declare it as it was saved.";
        Refused(Problem, file);
        Refused("ignore __netgen__ (ModelLoadOptions.Ignore)", file);
        Refused(Problem, file, new() { Ignore = ["*"] });
        Assert.Null(Load(file, new() { Ignore = ["__netgen__"] }).Network);
        Refused("is LeakyRelu with slope 0.25, but layer 1 of StoredNet is Tanh", Described("\"Tanh\"", "\"LeakyRelu\",\"slope\":0.25"));
        Refused("layer 2 of StoredNet, which was saved, is Linear, but layer 2 of StoredNet is Sigmoid", Described("\"Sigmoid\"", "\"Linear\""));
    }

    [Fact]
    public void Another_loss_is_refused_with_both_networks_named() => Refused(
        "StoredNet, which was saved, was trained for SquaredError, but StoredNet is for BinaryCrossEntropy", Described("BinaryCrossEntropy", "SquaredError"));

    [Theory]
    [InlineData(Loss.Huber, Activation.Linear, "\"loss\":\"Huber\",\"delta\":2.5,\"initializer\"")]
    [InlineData(Loss.Quantile, Activation.Linear, "\"loss\":\"Quantile\",\"quantile\":0.9,\"initializer\"")]
    [InlineData(Loss.Focal, Activation.Sigmoid, "\"loss\":\"Focal\",\"gamma\":0.5,\"labelSmoothing\":0.1,\"initializer\"")]
    [InlineData(Loss.BinaryCrossEntropy, Activation.Sigmoid, "\"loss\":\"BinaryCrossEntropy\",\"labelSmoothing\":0.1,\"initializer\"")]
    [InlineData(Loss.Hinge, Activation.Linear, "\"loss\":\"Hinge\",\"initializer\"")]
    public void The_numbers_of_a_loss_are_those_that_it_has_and_come_back(Loss loss, Activation output, string text)
    {
        NetworkDescription network = new("Net", [new DenseDescription(2, 1, output)], loss, Initializer.Zeros)
        {
            Delta = 2.5,
            Quantile = 0.9,
            Gamma = 0.5,
            LabelSmoothing = 0.1,
        };
        byte[] written = ModelDescriptionFormat.Write<float>(network, new());
        Assert.Contains(text, Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.Equal(network.LossSpec, ModelDescriptionFormat.Read<float>(written, "a.npz").Network!.LossSpec);
    }

    [Fact]
    public void Numbers_of_a_loss_that_a_file_lacks_are_as_if_they_were_not_said_and_others_are_no_error()
    {
        NetworkDescription network = Load(Bytes()).Network!;
        Assert.Equal((1.0, 0.5, 2.0, 0.0), (network.Delta, network.Quantile, network.Gamma, network.LabelSmoothing));
        byte[] smoothed = Described("\"loss\":\"BinaryCrossEntropy\"", "\"loss\":\"BinaryCrossEntropy\",\"labelSmoothing\":0.25");
        Assert.Equal(0.25, Load(smoothed).Network!.LabelSmoothing);
        Refused("is damaged", Described("\"loss\":\"BinaryCrossEntropy\"", "\"loss\":\"BinaryCrossEntropy\",\"labelSmoothing\":25"));
    }

    [Fact]
    public void A_description_of_other_tensors_is_refused() => Refused(
        "it says that it holds StoredNet, 2-4-1, but its tensors are those of 2-3-1", Described("\"units\":3", "\"units\":4"));

    [Fact]
    public void A_newer_format_is_refused() => Refused(
        "the format of the model is 3, but this version of NetGen reads up to 2: use the version that wrote it, or a newer one.",
        Described("\"format\":1", "\"format\":3"));

    [Theory]
    [InlineData("{", "[")]
    [InlineData("\"format\":1", "\"format\":0")]
    [InlineData("\"format\":1", "\"format\":\"1\"")]
    [InlineData("\"format\":1,", "")]
    [InlineData("float32", "float16")]
    [InlineData("\"inputs\":2", "\"inputs\":-2")]
    [InlineData("\"Tanh\"", "\"Tan\"")]
    [InlineData("\"Tanh\"", "\"2\"")]
    [InlineData("\"Tanh\"", "\"Tanh, Sigmoid\"")]
    [InlineData("\"Tanh\"", "null")]
    [InlineData("\"units\":3", "\"units\":3e9")]
    [InlineData("\"loss\"", "\"classes\":[\"a\",\"b\",\"c\"],\"loss\"")]
    [InlineData("\"loss\"", "\"inputScaling\":{\"means\":[1,1],\"deviations\":[1,1e300]},\"loss\"")]
    [InlineData("\"loss\"", "\"inputScaling\":{\"means\":[1],\"deviations\":[1]},\"loss\"")]
    public void A_damaged_description_is_refused_unless_it_is_ignored(string from, string to)
    {
        byte[] file = Described(from, to);
        Refused("__netgen__, which says what the file holds, is damaged (", file);
        Load(file, new() { Ignore = ["__netgen__"] });
    }

    [Fact]
    public void A_description_that_is_no_text_is_refused() => Refused(
        "__netgen__, which says what the file holds, is Int32 1, but must be bytes", Changed(arrays => arrays["__netgen__"] = NdArray.Create<int>([1], 1)));

    [Fact]
    public void Properties_of_later_versions_do_not_matter() => Load(Described("\"loss\"", "\"later\":[1],\"loss\""));

    [Fact]
    public void Arrays_that_are_ignored_do_not_matter_whatever_they_are()
    {
        byte[] file = Changed(arrays =>
        {
            arrays["epoch"] = NdArray.Create<int>([7]);
            arrays["adam/m"] = NdArray.Create<double>([1], 1);
        });
        Refused("epoch, adam/m are not part of StoredNet", file);
        Refused("adam/m is not part of StoredNet", file, new() { Ignore = ["epoch"] });
        Refused("epoch is not part of StoredNet", file, new() { Ignore = ["adam/*"] });
        Load(file, new() { Ignore = ["epoch", "adam/*", "absent*"] });
        Load(file, new() { Ignore = ["*"] });
    }

    [Fact]
    public void A_name_that_nothing_has_cannot_be_ignored()
    {
        string message = Assert.Throws<ArgumentException>(() => Load(Bytes(), new() { Ignore = ["b_1"] })).Message;
        Assert.StartsWith(
            "Ignore names b_1, which neither the file nor StoredNet has: there are W1, b1, W2, b2, __netgen__.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_cannot_be_ignored() => Refused(
        "nothing of StoredNet would be loaded: all that it has is ignored.", Bytes(), new() { Ignore = ["W1", "b1", "W2", "b2"] });

    [Fact]
    public void A_star_alone_passes_over_nothing_that_the_network_needs() => Refused(
        "b1 is missing, which StoredNet needs.", Changed(static arrays => arrays.Remove("b1")), new() { Ignore = ["*"] });

    [Theory]
    [InlineData(7, float.NaN, "b1 holds NaN at [1]")]
    [InlineData(3, float.NegativeInfinity, "W1 holds -Infinity at [1, 1]")]
    [InlineData(12, float.PositiveInfinity, "b2 holds Infinity at [0]")]
    public void Parameters_that_are_not_finite_are_saved_and_loaded_only_when_that_is_asked_for(int place, float value, string where)
    {
        using TemporaryFolder folder = new();
        float[] parameters = [.. Parameters];
        parameters[place] = value;
        StoredNet network = new();
        network.SetParameters(parameters);
        string message = Assert.Throws<InvalidOperationException>(() => ModelFile.Save<StoredNet, float>(network, folder["a.npz"])).Message;
        Assert.Equal($"StoredNet is not saved: {where}, so its training has failed. Save it all the same with ModelSaveOptions.AllowNonFinite.", message);
        Assert.Empty(folder.FileNames);

        ModelFile.Save(network, folder["a.npz"], new ModelSaveOptions<float> { AllowNonFinite = true });
        StoredNet loaded = new();
        message = Assert.Throws<DataFormatException>(() => ModelFile.Load<StoredNet, float>(loaded, folder["a.npz"])).Message;
        Assert.Equal(
            $"{folder["a.npz"]}: {where}, with which StoredNet would predict nothing. Load it all the same with ModelLoadOptions.AllowNonFinite.",
            message);
        Assert.False(loaded.IsInitialized);
        ModelFile.Load<StoredNet, float>(loaded, folder["a.npz"], new() { AllowNonFinite = true });
        Assert.Equal(parameters, loaded.Parameters.ToArray());
    }

    [Fact]
    public void Streams_get_the_bytes_of_a_file_and_stay_open()
    {
        using TemporaryFolder folder = new();
        ModelFile.Save<StoredNet, float>(Saved(), folder["a.npz"]);
        ModelFile.Save<StoredNet, float>(Saved(), folder["b.npz"]);
        byte[] expected = File.ReadAllBytes(folder["a.npz"]);
        Assert.Equal(expected, File.ReadAllBytes(folder["b.npz"]));
        Assert.Equal(expected, Bytes());

        using ForwardStream forward = new();
        ModelFile.Save<StoredNet, float>(Saved(), forward);
        Assert.Equal(expected, forward.Contents);
        StoredNet network = new();
        using ForwardStream reading = new(expected);
        ModelFile.Load<StoredNet, float>(network, reading);
        Assert.Equal(Parameters, network.Parameters.ToArray());
        Assert.False(forward.IsDisposed || reading.IsDisposed);

        using MemoryStream behind = new();
        behind.Write([1, 2, 3]);
        ModelFile.Save<StoredNet, float>(Saved(), behind);
        Assert.Equal(3 + expected.Length, behind.Position);
        Assert.Equal(expected, behind.ToArray()[3..]);
        behind.Position = 3;
        ModelFile.Load<StoredNet, float>(network, behind);
        Assert.Equal(behind.Length, behind.Position);
    }
}
