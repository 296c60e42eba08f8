namespace NetGen.Reports;

/// <summary>A picture in memory: rows from the top, each pixel as red, green, blue and opacity.</summary>
public sealed class Picture
{
    /// <summary>The number of bytes of one pixel.</summary>
    internal const int BytesPerPixel = 4;

    /// <summary>Creates a transparent black picture.</summary>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    public Picture(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
        Pixels = new byte[checked(width * height * BytesPerPixel)];
    }

    /// <summary>The number of columns.</summary>
    public int Width { get; }

    /// <summary>The number of rows.</summary>
    public int Height { get; }

    /// <summary>The pixels, row by row.</summary>
    internal byte[] Pixels { get; }

    /// <summary>Makes a picture of values between 0 and 1, as networks take them: red, green and blue of each pixel.</summary>
    /// <param name="values">height * width * 3 values, row by row.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <exception cref="ArgumentException">There are more values, or fewer.</exception>
    public static Picture FromRgb<T>(ReadOnlySpan<T> values, int width, int height)
        where T : IFloatingPoint<T>
    {
        var picture = new Picture(width, height);
        RequireLength(values.Length, 3 * width * height, "red, green and blue of each pixel", nameof(values));
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            ReadOnlySpan<T> rgb = values.Slice(3 * pixel, 3);
            picture.Set(pixel, ToByte(rgb[0]), ToByte(rgb[1]), ToByte(rgb[2]), byte.MaxValue);
        }

        return picture;
    }

    /// <summary>Makes a picture of ink on white: 0 is white, 1 is black.</summary>
    /// <param name="values">height * width values, row by row.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <exception cref="ArgumentException">There are more values, or fewer.</exception>
    public static Picture FromInk<T>(ReadOnlySpan<T> values, int width, int height)
        where T : IFloatingPoint<T>
    {
        var picture = new Picture(width, height);
        RequireLength(values.Length, width * height, "one of each pixel", nameof(values));
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            byte gray = ToByte(T.One - values[pixel]);
            picture.Set(pixel, gray, gray, gray, byte.MaxValue);
        }

        return picture;
    }

    /// <summary>Sets one pixel.</summary>
    /// <param name="index">row * width + column.</param>
    /// <param name="red">Red.</param>
    /// <param name="green">Green.</param>
    /// <param name="blue">Blue.</param>
    /// <param name="opacity">0 transparent, 255 opaque.</param>
    public void Set(int index, byte red, byte green, byte blue, byte opacity)
    {
        Span<byte> pixel = Pixels.AsSpan(index * BytesPerPixel, BytesPerPixel);
        pixel[0] = red;
        pixel[1] = green;
        pixel[2] = blue;
        pixel[3] = opacity;
    }

    /// <summary>The picture as an address that a page can hold in itself.</summary>
    internal string ToDataUri() => "data:image/png;base64," + Convert.ToBase64String(PngWriter.Write(this));

    private static void RequireLength(int length, int expected, string what, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException(MessageText.Text($"{name} holds {length} values, but must hold {expected}: {what}."), name);
        }
    }

    private static byte ToByte<T>(T value)
        where T : IFloatingPoint<T> => byte.CreateSaturating(T.Round(value * T.CreateChecked(255)));
}
