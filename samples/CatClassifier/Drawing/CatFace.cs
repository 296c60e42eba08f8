using static CatClassifier.Drawing.Shapes;

namespace CatClassifier.Drawing;

/// <summary>Draws the face of a cat: pointed ears, slit or round pupils, a small nose, whiskers. The head's radius is the unit.</summary>
public static class CatFace
{
    private static readonly Vector3 Ginger = new(0.86f, 0.53f, 0.24f);
    private static readonly Vector3 Gray = new(0.52f, 0.54f, 0.57f);
    private static readonly Vector3 Black = new(0.17f, 0.16f, 0.18f);
    private static readonly Vector3 White = new(0.92f, 0.90f, 0.87f);
    private static readonly Vector3 Tabby = new(0.56f, 0.44f, 0.32f);
    private static readonly Vector3 Cream = new(0.92f, 0.79f, 0.61f);
    private static readonly Vector3 Pink = new(0.88f, 0.56f, 0.55f);

    /// <summary>Draws a cat that looks like no other.</summary>
    /// <param name="canvas">The canvas, with its units placed.</param>
    /// <param name="dice">Chooses fur, eyes and mood.</param>
    public static void Draw(Canvas canvas, Dice dice)
    {
        Vector3 fur = dice.Near(dice.OneOf(Ginger, Gray, Black, White, Tabby, Cream));
        Vector3 dark = fur * 0.66f;
        Vector3 light = Vector3.Lerp(fur, Vector3.One, 0.5f);

        if (dice.Chance(0.6f))
        {
            DrawBody(canvas, dice, fur, light);
        }

        DrawEars(canvas, dice, fur);
        canvas.Fill(Ellipse(0, 0.02f, 1.02f, 0.88f), fur);
        if (dice.Chance(0.55f))
        {
            DrawStripes(canvas, dark);
        }

        if (dice.Chance(0.3f))
        {
            canvas.Fill(Ellipse(dice.OneOf(-0.5f, 0.5f), -0.25f, 0.45f, 0.5f), dice.OneOf(White, Black, Ginger), 0.9f, 2);
        }

        canvas.Fill(Ellipse(-0.2f, 0.42f, 0.32f, 0.26f), light);
        canvas.Fill(Ellipse(0.2f, 0.42f, 0.32f, 0.26f), light);
        DrawEyes(canvas, dice);
        DrawNoseAndWhiskers(canvas, fur);
    }

    private static void DrawBody(Canvas canvas, Dice dice, Vector3 fur, Vector3 light)
    {
        float lean = dice.Between(-0.7f, 0.7f);
        canvas.Fill(Ellipse(lean, 1.75f, 1.25f, 1.35f), fur * 0.92f);
        canvas.Fill(Ellipse(lean * 0.6f, 1.5f, 0.55f, 0.75f), light, 0.6f, 3);
    }

    private static void DrawEars(Canvas canvas, Dice dice, Vector3 fur)
    {
        float height = dice.Between(-1.55f, -1.2f);
        float spread = dice.Between(0.72f, 0.95f);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Triangle(new(side * 0.98f, -0.15f), new(side * spread, height), new(side * 0.15f, -0.75f), 0.06f), fur);
            canvas.Fill(Triangle(new(side * 0.84f, -0.4f), new(side * (spread - 0.03f), height + 0.28f), new(side * 0.38f, -0.72f), 0.03f), Pink, 0.85f);
        }
    }

    private static void DrawStripes(Canvas canvas, Vector3 dark)
    {
        canvas.Fill(Line(0, -0.82f, 0, -0.42f, 0.12f), dark);
        canvas.Fill(Line(-0.28f, -0.78f, -0.2f, -0.46f, 0.11f), dark);
        canvas.Fill(Line(0.28f, -0.78f, 0.2f, -0.46f, 0.11f), dark);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Line(side * 0.98f, 0.02f, side * 0.68f, 0.1f, 0.09f), dark);
            canvas.Fill(Line(side * 0.96f, 0.3f, side * 0.68f, 0.32f, 0.09f), dark);
        }
    }

    private static void DrawEyes(Canvas canvas, Dice dice)
    {
        bool asleep = dice.Chance(0.12f);
        Vector3 iris = dice.Near(dice.OneOf(new(0.55f, 0.74f, 0.29f), new Vector3(0.93f, 0.76f, 0.22f), new(0.42f, 0.66f, 0.86f)));
        float pupil = dice.Between(0.05f, 0.15f);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            float x = side * 0.42f;
            if (asleep)
            {
                canvas.Fill(Line(x - 0.2f, -0.02f, x, 0.08f, 0.08f), Black);
                canvas.Fill(Line(x, 0.08f, x + 0.2f, -0.02f, 0.08f), Black);
                continue;
            }

            canvas.Fill(Ellipse(x, -0.02f, 0.27f, 0.24f), Black);
            canvas.Fill(Ellipse(x, -0.02f, 0.23f, 0.2f), iris);
            canvas.Fill(Ellipse(x, -0.02f, pupil, 0.19f), Black);
            canvas.Fill(Circle(x + 0.07f, -0.1f, 0.055f), Vector3.One);
        }
    }

    private static void DrawNoseAndWhiskers(Canvas canvas, Vector3 fur)
    {
        canvas.Fill(Triangle(new(-0.12f, 0.24f), new(0.12f, 0.24f), new(0, 0.38f), 0.03f), Pink * 0.9f);
        canvas.Fill(Line(0, 0.38f, 0, 0.48f, 0.05f), Black);
        canvas.Fill(Line(0, 0.48f, -0.16f, 0.56f, 0.05f), Black);
        canvas.Fill(Line(0, 0.48f, 0.16f, 0.56f, 0.05f), Black);

        Vector3 whisker = fur.X + fur.Y + fur.Z > 1.9f ? new Vector3(0.35f) : new Vector3(0.95f);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            for (int row = -1; row <= 1; row++)
            {
                canvas.Fill(Line(side * 0.4f, 0.42f + (0.08f * row), side * 1.25f, 0.4f + (0.22f * row), 0.03f), whisker, 0.8f);
            }
        }
    }
}
