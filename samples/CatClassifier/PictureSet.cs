using NetGen;

namespace CatClassifier;

/// <summary>Pictures of 64 x 64 pixels with a label each: 1 is a cat, 0 is none.</summary>
/// <param name="Pixels">Red, green and blue of each pixel, row by row, picture after picture.</param>
/// <param name="Labels">The label of each picture.</param>
public sealed record PictureSet(byte[] Pixels, byte[] Labels)
{
    /// <summary>The number of rows and of columns of a picture.</summary>
    public const int Side = 64;

    /// <summary>The number of values of a picture: what the networks take as input.</summary>
    public const int ValuesPerPicture = Side * Side * 3;

    /// <summary>The number of pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>The pictures as a network takes them: each a row of 12288 values between 0 and 1.</summary>
    public Dataset<T> ToDataset<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = [.. Pixels.Select(value => T.CreateChecked(value) / T.CreateChecked(255))];
        T[] y = [.. Labels.Select(T.CreateChecked)];
        return Dataset<T>.FromRows(x, ValuesPerPicture, y, outputSize: 1);
    }
}
