namespace CatClassifier.Drawing;

/// <summary>
/// Pictures that the sample draws itself, so that it runs without a download: cat faces among other things, with clutter, in many sizes, places, turns and
/// lights. The same pictures come out of every run.
/// </summary>
public static class DrawnPictures
{
    private const float ShareOfCats = 0.45f;

    /// <summary>Draws a set of pictures.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Another seed draws other pictures.</param>
    public static PictureSet Draw(int count, int seed)
    {
        var dice = new Dice(seed);
        byte[] pixels = new byte[count * PictureSet.ValuesPerPicture];
        byte[] labels = new byte[count];
        for (int index = 0; index < count; index++)
        {
            bool isCat = dice.Chance(ShareOfCats);
            labels[index] = isCat ? (byte)1 : (byte)0;
            DrawOne(dice, isCat).CopyTo(pixels.AsSpan(index * PictureSet.ValuesPerPicture, PictureSet.ValuesPerPicture));
        }

        return new PictureSet(pixels, labels);
    }

    private static Canvas DrawOne(Dice dice, bool isCat)
    {
        var canvas = new Canvas(PictureSet.Side);
        Scenery.DrawBackground(canvas, dice);
        Scenery.DrawClutter(canvas, dice, count: 2 + dice.Below(5));

        var centre = new Vector2(PictureSet.Side / 2f) + dice.PlaceWithin(-4, 4);
        canvas.Place(centre, scale: dice.Between(16, 22), rotation: dice.Between(-0.2f, 0.2f), stretch: dice.Between(0.9f, 1.1f));
        if (isCat)
        {
            CatFace.Draw(canvas, dice);
        }
        else
        {
            OtherThings.Draw(canvas, dice);
        }

        if (dice.Chance(0.3f))
        {
            Scenery.DrawForeground(canvas, dice);
        }

        Scenery.DrawLight(canvas, dice);
        return canvas;
    }
}
