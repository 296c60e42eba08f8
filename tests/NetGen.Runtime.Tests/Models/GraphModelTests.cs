using System.Text;
using NetGen.Runtime.Tests.Kinds;

namespace NetGen.Runtime.Tests.Models;

/// <summary>Files of graphs of layers: what they say, that it comes back, and what is refused for it.</summary>
public sealed class GraphModelTests
{
    private const string Said =
        """
        {"format":2,"network":"EveryKindNet","element":"float32","inputs":5,"layers":[
        {"kind":"columns","sources":[0],"first":0,"count":3},
        {"kind":"standardize","name":"scaled"},
        {"kind":"columns","sources":[0],"first":3,"count":1},
        {"kind":"embed","name":"country","categories":4,"dimensions":2},
        {"kind":"columns","sources":[0],"first":4,"count":1},
        {"kind":"onehot","categories":3,"unknown":0},
        {"kind":"concat","sources":[2,4,6]},
        {"kind":"dense","name":"stem","units":6,"activation":"Linear","bias":false},
        {"kind":"batchnorm","name":"norm","activation":"Tanh","momentum":0.1,"epsilon":1E-05},
        {"kind":"dropout","rate":0.3},
        {"kind":"dense","units":6,"activation":"Silu"},
        {"kind":"sum","sources":[10,11],"activation":"LeakyRelu","slope":0.2},
        {"kind":"layernorm","activation":"Gelu","epsilon":0.001},
        {"kind":"batchnorm","frozen":true,"activation":"Linear","momentum":0.1,"epsilon":1E-05},
        {"kind":"dense","units":3,"activation":"Softmax"}],
        "loss":"CrossEntropy","initializer":"ScaledNormal"}
        """;

    [Fact]
    public void A_file_of_a_graph_says_every_layer() => Assert.Equal(Said.ReplaceLineEndings(""), Text(Bytes()));

    [Fact]
    public void Everything_comes_back()
    {
        EveryKindNet<float> network = new();
        ModelInfo<float> info = ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(Bytes()));
        Assert.Equal(2, info.FormatVersion);
        Assert.Equal(EveryKindNet<float>.Description.Layers, info.Network!.Layers);
        Assert.Equal(EveryKindNet<float>.Description.Parameters, info.Network.Parameters);
        Assert.Equal(Saved().Parameters.ToArray(), network.Parameters.ToArray());
        Assert.Contains("norm.variance", NpzFile.Read(new MemoryStream(Bytes()), "a.npz").Keys);
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "\"Silu\"", "\"Tanh\"", "layer 11 of EveryKindNet, which was saved, is Tanh, but layer 11 of EveryKindNet is Silu: declare it as it was saved." },
        { "0.001", "0.002", "layer 13 of EveryKindNet, which was saved, is layernorm with Gelu, epsilon 0.002, but layer 13 of EveryKindNet is" },
        {
            "[10,11]", "[11,10]",
            "is sum with LeakyRelu with slope 0.2 of layer 11 and layer 10 in the table, but layer 12 in the table of EveryKindNet is sum with"
        },
        { "\"unknown\":0", "\"unknown\":1", "is onehot, 1 unknown, but layer 6 in the table of EveryKindNet is onehot, 0 unknown: " },
        { "\"first\":0", "\"first\":1", "is columns from 1, but layer 1 in the table of EveryKindNet is columns from 0" },
        { "\"kind\":\"sum\"", "\"kind\":\"max\"", "is damaged ('max' is not known as kind): repair or remove it" },
        { "[10,11]", "[10,12]", "is damaged (layer 12 takes layer 12): repair or remove it" },
        { "[10,11]", "[10,-1]", "is damaged (layer 12 takes layer -1): repair or remove it" },
        { "[10,11]", "[10,1]", "is damaged (Layer 12 takes 6 inputs, but layer 1 has 3 units: both must be equal." },
        { "\"first\":0,\"count\":3", "\"first\":3,\"count\":3", "is damaged (Count is 3, but of 5 inputs 2 are left from 3 on." },
        { "\"rate\":0.3", "\"rate\":1", "is damaged (Rate is 1, but must be at least 0 and below 1" },
        { "\"stem\"", "\"norm\"", "is damaged (Layers 8 and 9 are both named norm: each needs a name of its own." },
        { "\"format\":2", "\"format\":1", "is damaged (" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_says_another_function_is_refused(string from, string to, string problem)
    {
        EveryKindNet<float> network = new();
        string message = Assert.Throws<DataFormatException>(
            () => ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(Described(from, to)))).Message;
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.False(network.IsInitialized);
    }

    [Fact]
    public void Only_some_arrays_can_be_loaded_and_the_network_keeps_the_rest()
    {
        EveryKindNet<float> network = new();
        network.Initialize(9);
        float[] own = network.Parameters.ToArray();
        byte[] file = Changed("stem.W", null);
        ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(file), new() { Ignore = ["stem.*", "country.W", "W15"] });
        float[] loaded = network.Parameters.ToArray();
        float[] saved = Saved().Parameters.ToArray();
        foreach (ParameterDescription parameter in EveryKindNet<float>.Description.Parameters)
        {
            float[] expected = parameter.Name is "stem.W" or "country.W" or "W15" ? own : saved;
            Assert.Equal(expected.AsSpan(parameter.Offset, parameter.Count), loaded.AsSpan(parameter.Offset, parameter.Count));
        }
    }

    [Fact]
    public void A_pattern_passes_over_what_both_have_as_a_name_does()
    {
        float[] Loaded(params string[] ignored)
        {
            EveryKindNet<float> network = new();
            network.Initialize(9);
            ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(Bytes()), new() { Ignore = ignored });
            return network.Parameters.ToArray();
        }

        Assert.Equal(Loaded("W15", "b15", "country.W"), Loaded("W15*", "b15*", "country.*"));
        Assert.NotEqual(Loaded("country.W"), Loaded("country.*", "W15*"));
        Assert.Equal(Saved().Parameters.ToArray(), Loaded("*"));
        Assert.Equal(Saved().Parameters.ToArray(), Loaded("absent*"));
    }

    [Fact]
    public void Another_head_than_the_one_that_was_saved_is_passed_over_with_its_loss()
    {
        byte[] file = Changed("W15", NdArray.Create<float>(new float[12], 2, 6));
        string said = Encoding.UTF8.GetString(NpzFile.Read(new MemoryStream(file), "a.npz")["__netgen__"].ToArray<byte>())
            .Replace("\"units\":3,\"activation\":\"Softmax\"", "\"units\":1,\"activation\":\"Linear\"", StringComparison.Ordinal)
            .Replace("CrossEntropy", "AbsoluteError", StringComparison.Ordinal);
        byte[] other = Changed("__netgen__", NdArray.Create<byte>(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetByteCount(said)));
        EveryKindNet<float> network = new();
        network.Initialize(9);
        ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(other), new() { Ignore = ["W15", "b15"] });

        byte[] tanh = Described("\"Gelu\"", "\"Tanh\"");
        Assert.Contains(
            "layer 13 of EveryKindNet, which was saved, is layernorm with Tanh, epsilon 0.001, but layer 13 of EveryKindNet is layernorm with Gelu",
            Assert.Throws<DataFormatException>(
                () => ModelFile.Load<EveryKindNet<float>, float>(network, new MemoryStream(tanh), new() { Ignore = ["W15", "b15"] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_keeps_its_values_must_have_some()
    {
        string message = Assert.Throws<InvalidOperationException>(
            () => ModelFile.Load<EveryKindNet<float>, float>(new(), new MemoryStream(Bytes()), new() { Ignore = ["W15", "b15"] })).Message;
        Assert.Equal("W15, b15 are ignored, but EveryKindNet has no values of its own yet: call Initialize before Load.", message);
    }

    [Fact]
    public void A_stack_calls_its_layers_by_the_numbers_that_were_declared()
    {
        NetworkDescription stack = new(
            "Stack",
            [
                new DenseDescription(2, 3, Activation.Linear) { Name = "1" },
                new BatchNormDescription(3, Activation.Tanh) { Name = "1" },
                new DropoutDescription(3, 0.2),
                new DenseDescription(3, 1, Activation.Sigmoid) { Name = "2" },
            ],
            Loss.BinaryCrossEntropy,
            Initializer.He);
        Assert.Equal(
            ["the input", "layer 1", "layer 1", "the dropout of layer 1", "layer 2"],
            Enumerable.Range(0, 5).Select(number => LayerTerm.Within(stack.Layers, number)));
        Assert.Equal("layer 2 of Stack", LayerTerm.Of(stack, 4));
    }

    [Theory]
    [InlineData("\"rate\":0.3", "\"rate\":0.6")]
    [InlineData("\"momentum\":0.1", "\"momentum\":0.2")]
    [InlineData("\"frozen\":true,", "")]
    [InlineData("\"initializer\":\"ScaledNormal\"", "\"initializer\":\"He\"")]
    public void What_matters_to_training_alone_may_differ(string from, string to) =>
        ModelFile.Load<EveryKindNet<float>, float>(new(), new MemoryStream(Described(from, to)));

    [Fact]
    public void A_tensor_of_another_shape_is_refused_in_the_words_of_its_kind()
    {
        byte[] file = Changed("country.W", NdArray.Create<float>(new float[10], 5, 2));
        Assert.Contains(
            "country.W is 5x2, but layer country of EveryKindNet maps 4 categories to 2 values: country.W must be 4x2",
            Assert.Throws<DataFormatException>(() => ModelFile.Load<EveryKindNet<float>, float>(new(), new MemoryStream(file))).Message,
            StringComparison.Ordinal);
    }

    internal static byte[] Bytes()
    {
        using MemoryStream stream = new();
        ModelFile.Save(Saved(), stream, (ModelSaveOptions<float>?)null);
        return stream.ToArray();
    }

    private static EveryKindNet<float> Saved()
    {
        EveryKindNet<float> network = new();
        network.Initialize(4);
        return network;
    }

    private static string Text(byte[] file) =>
        Encoding.UTF8.GetString(NpzFile.Read(new MemoryStream(file), "a.npz")["__netgen__"].ToArray<byte>());

    private static byte[] Described(string from, string to)
    {
        string text = Text(Bytes());
        Assert.Contains(from, text, StringComparison.Ordinal);
        byte[] changed = Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        return Changed("__netgen__", NdArray.Create<byte>(changed, changed.Length));
    }

    private static byte[] Changed(string name, NdArray? array)
    {
        Dictionary<string, NdArray> arrays = new(NpzFile.Read(new MemoryStream(Bytes()), "a.npz"));
        arrays.Remove(name);
        if (array is not null)
        {
            arrays.Add(name, array);
        }

        using MemoryStream stream = new();
        NpzFile.Write(stream, arrays);
        return stream.ToArray();
    }
}
