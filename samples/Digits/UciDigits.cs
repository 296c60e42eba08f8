using System.IO.Compression;
using NetGen;

namespace Digits;

/// <summary>The 1797 digits of 8 x 8 pixels that come with the sample; where they are from is said beside the file, in Data/README.md.</summary>
internal static class UciDigits
{
    private const int Side = 8;
    private const float MostInk = 16;
    private const double ShareForTraining = 0.8;

    /// <summary>Reads them, puts a fifth aside, and distorts the others whenever they are trained with.</summary>
    /// <param name="seed">Which fifth.</param>
    public static DigitPictures LoadDistorted(int seed)
    {
        (Dataset<float> train, Dataset<float> test) = Read(seed);
        var distortion = new Distortion(Side, turn: 0.12, move: 0.9, scale: 0.08);
        return new DigitPictures("handwritten digits of 8 x 8 pixels (UCI, distorted anew in each epoch)", Side, distortion.Of(train), test);
    }

    /// <summary>Reads them, puts a fifth aside, and adds the others moved by a pixel.</summary>
    /// <param name="seed">Which fifth.</param>
    public static DigitPictures LoadMoved(int seed)
    {
        (Dataset<float> train, Dataset<float> test) = Read(seed);
        return new DigitPictures("handwritten digits of 8 x 8 pixels (UCI, each also moved by a pixel to every side)", Side, AlsoMoved(train), test);
    }

    private static (Dataset<float> Train, Dataset<float> Test) Read(int seed)
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
        return all.Split(ShareForTraining, seed);
    }

    // A digit stays the same digit when the pen began a pixel away: five times the examples, from those that there are.
    private static Dataset<float> AlsoMoved(Dataset<float> digits)
    {
        (int Rows, int Columns)[] moves = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)];
        var ink = new List<float>(moves.Length * digits.X.Length);
        var classes = new List<int>(moves.Length * digits.Count);
        foreach ((int rows, int columns) in moves)
        {
            for (int example = 0; example < digits.Count; example++)
            {
                ink.AddRange(Moved(digits.X.Slice(example * digits.InputSize, digits.InputSize), rows, columns));
            }

            classes.AddRange(digits.Classes);
        }

        return Dataset<float>.FromRows(ink.ToArray(), digits.InputSize, classes.ToArray(), DigitPictures.Classes);
    }

    private static float[] Moved(ReadOnlySpan<float> digit, int rows, int columns)
    {
        var moved = new float[digit.Length];
        for (int row = Math.Max(rows, 0); row < Side + Math.Min(rows, 0); row++)
        {
            for (int column = Math.Max(columns, 0); column < Side + Math.Min(columns, 0); column++)
            {
                moved[(row * Side) + column] = digit[((row - rows) * Side) + column - columns];
            }
        }

        return moved;
    }
}
