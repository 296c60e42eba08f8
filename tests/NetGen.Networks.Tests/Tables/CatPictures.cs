namespace NetGen.Networks.Tests.Tables;

/// <summary>The course's pictures of cats, from the folder beside the project; tests skip where it is absent.</summary>
internal sealed class CatPictures
{
    private static readonly Lazy<CatPictures?> Found = new(Find);

    private CatPictures(string folder)
    {
        TrainX = Pictures(Path.Combine(folder, "train_x.npy"));
        TrainY = Labels(Path.Combine(folder, "train_y.npy"));
        TestX = Pictures(Path.Combine(folder, "test_x.npy"));
        TestY = Labels(Path.Combine(folder, "test_y.npy"));
    }

    /// <summary>The training pictures (209, 12288), from 0 to 1.</summary>
    public double[] TrainX { get; }

    /// <summary>Their labels (209): 1 is a cat.</summary>
    public double[] TrainY { get; }

    /// <summary>The test pictures (50, 12288).</summary>
    public double[] TestX { get; }

    /// <summary>Their labels (50).</summary>
    public double[] TestY { get; }

    /// <summary>The pictures, or a skipped test.</summary>
    public static CatPictures OrSkip()
    {
        CatPictures? pictures = Found.Value;
        Assert.SkipWhen(pictures is null, "the cat pictures are not there (../shared/data/cat beside the project's folder)");
        return pictures!;
    }

    private static CatPictures? Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        string? data = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data", "cat");
        return Directory.Exists(data) ? new CatPictures(data) : null;
    }

    private static double[] Pictures(string file) => Array.ConvertAll(Bytes(file), value => value / 255.0);

    private static double[] Labels(string file) => Array.ConvertAll(Bytes(file), value => (double)value);

    /// <summary>The bytes of an array of unsigned bytes: what stands behind the header, whose length is the 16 bits at 8.</summary>
    private static byte[] Bytes(string file)
    {
        byte[] content = File.ReadAllBytes(file);
        return content[(10 + content[8] + 256 * content[9])..];
    }
}
