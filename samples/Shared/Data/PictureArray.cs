using NetGen;

namespace Samples.Data;

/// <summary>
/// Pictures in an array of a file, whatever its form. The shape decides: (m, height, width, channels) and (m, values) have a picture in each row, (values, m)
/// has one in each
/// column, as the notes stack them, and is transposed. Other shapes are refused: the same numbers in another order are no pictures.
/// </summary>
public static class PictureArray
{
    /// <summary>Reads the brightness of every pixel.</summary>
    /// <param name="array">
    /// The array. Numbers that are all between 0 and 1 and stored as floating point are taken for brightness divided by 255; all others must be whole and from
    /// 0 to 255.
    /// </param>
    /// <param name="name">What messages call it.</param>
    /// <param name="size">The dimensions of one picture, such as 64, 64, 3.</param>
    /// <returns>The pictures one after the other, each row by row.</returns>
    /// <exception cref="SampleException">The array holds no pictures of this size.</exception>
    public static byte[] ToBytes(NdArray array, string name, params int[] size)
    {
        byte[] bytes = Brightness(array, name);
        return IsStackedInColumns(array, name, size) ? Transpose(bytes, array.RowCount) : bytes;
    }

    private static bool IsStackedInColumns(NdArray array, string name, int[] size)
    {
        int values = size.Aggregate(1, (product, side) => product * side);
        ReadOnlySpan<int> shape = array.Shape.AsSpan();
        bool isOnePicture = shape.SequenceEqual(size) || shape.SequenceEqual([values]);
        bool hasRows = shape.Length > 1 && shape[0] > 0 && (shape[1..].SequenceEqual(size) || shape[1..].SequenceEqual([values]));
        if (isOnePicture || hasRows)
        {
            return false;
        }

        if (shape.Length == 2 && shape[0] == values && shape[1] > 0)
        {
            return true;
        }

        string sides = string.Join(", ", size);
        throw new SampleException(
            $"{name} is {array}, but pictures are (m, {sides}), or (m, {values}) with one in each row, or ({values}, m) with one in each column.");
    }

    private static byte[] Brightness(NdArray array, string name)
    {
        double[] values = array.ToArray<double>();
        bool isFloating = array.ElementType == typeof(float) || array.ElementType == typeof(double) || array.ElementType == typeof(Half);
        bool areFractions = isFloating && values.All(value => value is >= 0 and <= 1);
        for (int place = 0; place < values.Length && !areFractions; place++)
        {
            if (!(values[place] is >= 0 and <= byte.MaxValue && double.IsInteger(values[place])))
            {
                string value = values[place].ToString(CultureInfo.InvariantCulture);
                throw new SampleException($"{name} holds {value} at {place}, which is no brightness: 0 to 255, or all from 0 to 1 as floating point.");
            }
        }

        return Array.ConvertAll(values, value => (byte)(areFractions ? Math.Round(255 * value) : value));
    }

    private static byte[] Transpose(byte[] columns, int values)
    {
        int count = columns.Length / values;
        byte[] rows = new byte[columns.Length];
        for (int value = 0; value < values; value++)
        {
            for (int picture = 0; picture < count; picture++)
            {
                rows[(picture * values) + value] = columns[(value * count) + picture];
            }
        }

        return rows;
    }
}
