using System.IO.Compression;
using NetGen;

namespace Digits;

/// <summary>The 1797 digits of 8 x 8 pixels that come with the sample; where they are from is said beside the file, in Data/README.md.</summary>
internal static class UciDigits
{
    private const int Side = 8;
    private const float MostInk = 16;
    private const double ShareForTraining = 0.8;

    /// <summary>Reads them and puts a fifth aside.</summary>
    /// <param name="seed">Which fifth.</param>
    public static DigitPictures Load(int seed)
    {
        using Stream resource = typeof(UciDigits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));

        var pixels = new List<float>();
        var digits = new List<int>();
        while (lines.ReadLine() is { } line)
        {
            int[] numbers = [.. line.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            pixels.AddRange(numbers[..^1].Select(ink => ink / MostInk));
            digits.Add(numbers[^1]);
        }

        Dataset<float> all = Dataset<float>.FromRows(pixels.ToArray(), Side * Side, digits.ToArray(), DigitPictures.Classes);
        (Dataset<float> train, Dataset<float> test) = all.Split(ShareForTraining, seed);
        return new DigitPictures("handwritten digits of 8 x 8 pixels (UCI)", Side, train, test);
    }
}
