namespace NetGen.Runtime.Tests.Data;

/// <summary>The pictures that the samples train on, where they are installed.</summary>
public class RealDataTests
{
    [Theory]
    [InlineData("train", 209, 72)]
    [InlineData("test", 50, 33)]
    public void Cat_pictures_are_read_and_flattened(string set, int count, int cats)
    {
        NdArray x = NpyFile.Read(SharedData.Require("cat", $"{set}_x.npy"));
        NdArray y = NpyFile.Read(SharedData.Require("cat", $"{set}_y.npy"));
        Assert.Equal([count, 64, 64, 3], x.Shape);
        Dataset<float> data = Dataset<float>.FromArrays(x, y).DividedBy(255);
        Assert.Equal($"{count} examples, 12288 inputs, 1 output", data.ToString());
        Assert.Equal(cats, data.Y.ToArray().Sum());
        Assert.All(data.X.ToArray(), value => Assert.True(value is >= 0 and <= 1));
    }

    [Theory]
    [InlineData("train", 60000, 5923)]
    [InlineData("t10k", 10000, 980)]
    public void Digits_are_read_from_gzip(string set, int count, int zeros)
    {
        NdArray images = IdxFile.Read(SharedData.Require("mnist", $"{set}-images-idx3-ubyte.gz"));
        NdArray labels = IdxFile.Read(SharedData.Require("mnist", $"{set}-labels-idx1-ubyte.gz"));
        Assert.Equal([count, 28, 28], images.Shape);
        Dataset<float> data = Dataset<float>.FromArrays(images, labels, classCount: 10);
        Assert.Equal($"{count} examples, 784 inputs, 10 outputs", data.ToString());
        Assert.Equal(zeros, data.Classes.Count(0));
    }
}
