using NetGen;
using Samples;
using Samples.Data;

namespace Digits;

/// <summary>The 70,000 digits of 28 x 28 pixels of MNIST, from its four files.</summary>
internal static class MnistDigits
{
    private const int Side = 28;

    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder that holds the files, compressed or not.</param>
    /// <exception cref="SampleException">A file is missing or does not hold what it should.</exception>
    public static DigitPictures Load(string folder) => new("handwritten digits of 28 x 28 pixels (MNIST)", Side, Read(folder, "train"), Read(folder, "t10k"));

    private static Dataset<float> Read(string folder, string part)
    {
        string picturePath = Find(folder, $"{part}-images-idx3-ubyte");
        string labelPath = Find(folder, $"{part}-labels-idx1-ubyte");
        NdArray pictures = IdxFile.Read(picturePath);
        NdArray labels = IdxFile.Read(labelPath);
        byte[] brightness = PictureArray.ToBytes(pictures, picturePath, Side, Side);
        int[] digits = LabelArray.ToClasses(labels, labelPath, DigitPictures.Classes, brightness.Length / (Side * Side), picturePath);
        float[] ink = Array.ConvertAll(brightness, value => (float)value / byte.MaxValue);
        return Dataset<float>.FromRows(ink, Side * Side, digits, DigitPictures.Classes);
    }

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return path;
        }

        return File.Exists(path + ".gz")
            ? path + ".gz"
            : throw new SampleException($"{folder} holds neither {name} nor {name}.gz: MNIST's four files were expected.");
    }
}
