using static CatClassifier.Drawing.Shapes;

namespace CatClassifier.Drawing;

/// <summary>Draws what surrounds the thing in a picture: a background, clutter before and behind it, light and noise.</summary>
public static class Scenery
{
    /// <summary>Covers the whole canvas with a background.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="dice">Chooses.</param>
    public static void DrawBackground(Canvas canvas, Dice dice)
    {
        float size = canvas.Size;
        Vector3 first = Vector3.Lerp(dice.Colour(), new Vector3(0.55f), 0.5f);
        Vector3 second = dice.Near(first, 0.25f);
        Vector2 direction = dice.PlaceWithin(-1, 1);
        canvas.Change((row, column, _) => Vector3.Lerp(first, second, Math.Clamp(0.5f + (((column * direction.X) + (row * direction.Y)) / size), 0, 1)));
        canvas.Place(Vector2.Zero, 1);

        switch (dice.Below(4))
        {
            case 0:
                float horizon = dice.Between(0.45f, 0.8f) * size;
                canvas.Fill(Box(size / 2, size + horizon, size, size), dice.Near(new(0.36f, 0.52f, 0.24f), 0.2f), 1, 2);
                break;
            case 1:
                float width = dice.Between(4, 10);
                Vector3 stripe = dice.Near(second, 0.2f);
                for (float x = 0; x < size; x += 2 * width)
                {
                    canvas.Fill(Box(x, size / 2, width / 2, size), stripe);
                }

                break;
            case 2:
                for (int spot = 0; spot < 14; spot++)
                {
                    Vector2 place = dice.PlaceWithin(0, size);
                    canvas.Fill(Circle(place.X, place.Y, dice.Between(3, 9)), dice.Near(second, 0.3f), 0.5f, 5);
                }

                break;
        }
    }

    /// <summary>Strews small things over the canvas.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="dice">Chooses.</param>
    /// <param name="count">How many.</param>
    public static void DrawClutter(Canvas canvas, Dice dice, int count)
    {
        canvas.Place(Vector2.Zero, 1);
        for (int index = 0; index < count; index++)
        {
            Vector2 place = dice.PlaceWithin(0, canvas.Size);
            Vector2 end = place + dice.PlaceWithin(-16, 16);
            float size = dice.Between(2, 6);
            Shape shape = dice.Below(4) switch
            {
                0 => Circle(place.X, place.Y, size),
                1 => Box(place.X, place.Y, size, dice.Between(2, 6), 1),
                2 => Line(place.X, place.Y, end.X, end.Y, dice.Between(1, 3)),
                _ => Triangle(place, place + new Vector2(size * 2, 0), place + new Vector2(size, -size * 1.8f)),
            };
            canvas.Fill(shape, dice.Colour(), dice.Between(0.7f, 1));
        }
    }

    /// <summary>Hides a part of the canvas behind something in front, as a fence or grass would.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="dice">Chooses.</param>
    public static void DrawForeground(Canvas canvas, Dice dice)
    {
        canvas.Place(Vector2.Zero, 1);
        float size = canvas.Size;
        Vector3 colour = dice.Near(dice.OneOf(new(0.3f, 0.5f, 0.22f), new(0.45f, 0.33f, 0.22f), new Vector3(0.2f, 0.2f, 0.22f)));
        if (dice.Chance(0.5f))
        {
            float x = dice.Between(8, size - 8);
            canvas.Fill(Line(x, -4, x + dice.Between(-12, 12), size + 4, dice.Between(2.5f, 5)), colour);
            return;
        }

        for (int blade = 0; blade < 12; blade++)
        {
            float x = dice.Between(0, size);
            canvas.Fill(Line(x, size + 2, x + dice.Between(-5, 5), size - dice.Between(8, 24), 2), dice.Near(colour));
        }
    }

    /// <summary>Gives the picture its light: brightness, a tint, darker corners, and the noise of a camera.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="dice">Chooses.</param>
    public static void DrawLight(Canvas canvas, Dice dice)
    {
        Vector3 light = dice.Near(Vector3.One, 0.1f) * dice.Between(0.6f, 1.15f);
        float corners = dice.Between(0, 0.45f);
        var centre = new Vector2(canvas.Size / 2f);
        canvas.Change((row, column, colour) =>
        {
            float distance = (new Vector2(column, row) - centre).LengthSquared() / centre.LengthSquared();
            return (colour * light * (1 - (corners * distance))) + (new Vector3(dice.Between(-1, 1), dice.Between(-1, 1), dice.Between(-1, 1)) * 0.035f);
        });
    }
}
