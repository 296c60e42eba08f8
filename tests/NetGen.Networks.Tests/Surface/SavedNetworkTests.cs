namespace NetGen.Networks.Tests.Surface;

/// <summary>Save and Load of generated classes: what a file brings back, and which file is refused.</summary>
public class SavedNetworkTests
{
    [Fact]
    public void ASavedNetworkIsLoadedWithTheSameBits()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.npz");
        try
        {
            var (saved, loaded) = (new OneOutput(), new OneOutput());
            saved.Initialize(1);
            saved.Save(file);
            loaded.Load(file);
            Assert.Equal(saved.Parameters, loaded.Parameters);
            Assert.True(loaded.IsInitialized);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ANetworkGoesThroughAStreamWithWhatBelongsToIt()
    {
        var (saved, loaded) = (new ThreeClasses(), new ThreeClasses());
        saved.Initialize(1);
        using var stream = new MemoryStream();
        saved.Save(stream, new ModelSaveOptions<float> { ClassNames = ["a", "b", "c"] });
        stream.Position = 0;
        ModelInfo<float> info = loaded.Load(stream);
        Assert.Equal(saved.Parameters, loaded.Parameters);
        Assert.Equal(["a", "b", "c"], info.ClassNames);
        Assert.Equal("ThreeClasses", info.Network!.Name);
        Assert.Equal(ThreeClasses.Description.DenseLayers, info.Network.DenseLayers);
    }

    [Fact]
    public void ANetworkOfOtherActivationsRefusesTheFileOfOneOfTheSameSizes()
    {
        var (relu, tanh) = (new ReluNet(), new TanhNet());
        relu.Initialize(1);
        using var stream = new MemoryStream();
        relu.Save(stream);
        stream.Position = 0;
        string message = Assert.Throws<DataFormatException>(() => tanh.Load(stream)).Message;
        Assert.Contains("layer 1 of ReluNet, which was saved, is Relu, but layer 1 of TanhNet is Tanh", message, StringComparison.Ordinal);
        Assert.False(tanh.IsInitialized);
        stream.Position = 0;
        Assert.Null(tanh.Load(stream, new ModelLoadOptions { Ignore = ["__netgen__"] }).Network);
        Assert.Equal(relu.Parameters, tanh.Parameters);
    }

    [Fact]
    public void ANetworkThatIsNotFiniteIsSavedOnlyWhenThatIsAskedFor()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        network.b2.CopyFrom([0, float.NaN, 0]);
        using var stream = new MemoryStream();
        string message = Assert.Throws<InvalidOperationException>(() => network.Save(stream)).Message;
        Assert.Contains("b2 holds NaN at [1]", message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
        network.Save(stream, new ModelSaveOptions<float> { AllowNonFinite = true });
        stream.Position = 0;
        Assert.Throws<DataFormatException>(() => network.Load(stream));
    }
}
