namespace CatClassifier.Drawing;

/// <summary>A square picture that shapes are painted on, with smooth edges, in red, green and blue from 0 to 1.</summary>
public sealed class Canvas
{
    private readonly Vector3[] pixels;
    private Matrix3x2 toShape = Matrix3x2.Identity;
    private float pixelsPerUnit = 1;

    /// <summary>Creates a black canvas.</summary>
    /// <param name="size">The number of rows and of columns.</param>
    public Canvas(int size)
    {
        Size = size;
        pixels = new Vector3[size * size];
    }

    /// <summary>The number of rows and of columns.</summary>
    public int Size { get; }

    /// <summary>Says how the units of the shapes painted from now on lie on the canvas.</summary>
    /// <param name="centre">Where the origin lies, in pixels.</param>
    /// <param name="scale">How many pixels a unit has.</param>
    /// <param name="rotation">The turn, in radians, clockwise.</param>
    /// <param name="stretch">How much wider than high everything becomes.</param>
    public void Place(Vector2 centre, float scale, float rotation = 0, float stretch = 1)
    {
        Matrix3x2 toCanvas = Matrix3x2.CreateScale(scale * stretch, scale) * Matrix3x2.CreateRotation(rotation) * Matrix3x2.CreateTranslation(centre);
        _ = Matrix3x2.Invert(toCanvas, out toShape);
        pixelsPerUnit = scale;
    }

    /// <summary>Paints a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="opacity">1 covers what is below, 0 leaves it.</param>
    /// <param name="softness">How many pixels the edge is wide.</param>
    public void Fill(Shape shape, Vector3 colour, float opacity = 1, float softness = 1)
    {
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                Vector2 place = Vector2.Transform(new Vector2(column + 0.5f, row + 0.5f), toShape);
                float coverage = Math.Clamp(0.5f - (shape(place) * pixelsPerUnit / softness), 0, 1);
                ref Vector3 pixel = ref pixels[(row * Size) + column];
                pixel = Vector3.Lerp(pixel, colour, coverage * opacity);
            }
        }
    }

    /// <summary>Changes every pixel.</summary>
    /// <param name="change">Takes the row, the column and the colour, and returns the new colour.</param>
    public void Change(Func<int, int, Vector3, Vector3> change)
    {
        for (int index = 0; index < pixels.Length; index++)
        {
            pixels[index] = change(index / Size, index % Size, pixels[index]);
        }
    }

    /// <summary>Writes the picture as bytes: red, green and blue of each pixel, row by row.</summary>
    /// <param name="destination">Receives Size * Size * 3 bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        for (int index = 0; index < pixels.Length; index++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                destination[(3 * index) + channel] = (byte)MathF.Round(255 * Math.Clamp(pixels[index][channel], 0, 1));
            }
        }
    }
}
