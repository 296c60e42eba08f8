using static CatClassifier.Drawing.Shapes;

namespace CatClassifier.Drawing;

/// <summary>Draws things that are no cats; some share a cat's round head, its ears or its colours, so that no single feature tells them apart.</summary>
public static class OtherThings
{
    private static readonly Vector3 Black = new(0.14f, 0.13f, 0.15f);
    private static readonly Vector3 White = new(0.94f, 0.93f, 0.9f);
    private static readonly Vector3 Brown = new(0.52f, 0.36f, 0.22f);
    private static readonly Vector3 Tan = new(0.8f, 0.63f, 0.42f);
    private static readonly Vector3 Gray = new(0.56f, 0.56f, 0.58f);
    private static readonly Vector3 Green = new(0.27f, 0.5f, 0.23f);
    private static readonly Vector3 Pink = new(0.88f, 0.5f, 0.52f);

    private static readonly Action<Canvas, Dice>[] Drawings =
        [DrawDog, DrawBear, DrawRabbit, DrawOwl, DrawHouse, DrawTree, DrawCar, DrawFlower, DrawFish, DrawMug, DrawBall, DrawMushroom];

    /// <summary>Draws one of them.</summary>
    /// <param name="canvas">The canvas, with its units placed.</param>
    /// <param name="dice">Chooses which, and how it looks.</param>
    public static void Draw(Canvas canvas, Dice dice) => dice.OneOf<Action<Canvas, Dice>>(Drawings)(canvas, dice);

    private static void DrawDog(Canvas canvas, Dice dice)
    {
        Vector3 fur = dice.Near(dice.OneOf(Brown, Tan, White, Black, Gray));
        Vector3 ear = dice.OneOf(fur * 0.6f, fur * 0.8f, Brown * 0.7f);
        canvas.Fill(Ellipse(dice.Between(-0.4f, 0.4f), 1.8f, 1.1f, 1.2f), fur * 0.92f);
        canvas.Fill(Ellipse(0, 0, 0.85f, 0.98f), fur);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Ellipse(side * 0.92f, 0.05f, 0.3f, 0.75f), ear);
        }

        canvas.Fill(Ellipse(0, 0.5f, 0.5f, 0.42f), Vector3.Lerp(fur, Vector3.One, 0.35f));
        if (dice.Chance(0.5f))
        {
            canvas.Fill(Ellipse(0.05f, 0.9f, 0.16f, 0.28f), Pink);
        }

        DrawRoundEyes(canvas, 0.34f, -0.15f, 0.13f);
        canvas.Fill(Ellipse(0, 0.32f, 0.22f, 0.15f), Black);
        canvas.Fill(Line(0, 0.45f, 0, 0.68f, 0.05f), Black);
    }

    private static void DrawBear(Canvas canvas, Dice dice)
    {
        Vector3 fur = dice.Near(dice.OneOf(Brown, Tan, Black, White));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Circle(side * 0.72f, -0.72f, 0.36f), fur);
            canvas.Fill(Circle(side * 0.72f, -0.72f, 0.2f), fur * 0.65f);
        }

        canvas.Fill(Circle(0, 0, 1), fur);
        canvas.Fill(Ellipse(0, 0.4f, 0.45f, 0.36f), Vector3.Lerp(fur, Vector3.One, 0.45f));
        DrawRoundEyes(canvas, 0.36f, -0.12f, 0.12f);
        canvas.Fill(Ellipse(0, 0.26f, 0.18f, 0.12f), Black);
    }

    private static void DrawRabbit(Canvas canvas, Dice dice)
    {
        Vector3 fur = dice.Near(dice.OneOf(White, Gray, Tan));
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Ellipse(side * 0.38f, -1.3f, 0.24f, 0.8f), fur);
            canvas.Fill(Ellipse(side * 0.38f, -1.25f, 0.11f, 0.6f), Pink, 0.8f);
        }

        canvas.Fill(Ellipse(0, 0, 0.82f, 0.88f), fur);
        DrawRoundEyes(canvas, 0.36f, -0.12f, 0.12f);
        canvas.Fill(Ellipse(0, 0.26f, 0.1f, 0.07f), Pink);
        canvas.Fill(Box(0, 0.55f, 0.11f, 0.14f), Vector3.One);
    }

    private static void DrawOwl(Canvas canvas, Dice dice)
    {
        Vector3 feathers = dice.Near(dice.OneOf(Brown, Gray, Tan));
        canvas.Fill(Ellipse(0, 0.35f, 0.95f, 1.3f), feathers);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Triangle(new(side * 0.85f, -0.3f), new(side * 0.78f, -1.15f), new(side * 0.3f, -0.75f)), feathers);
            canvas.Fill(Circle(side * 0.4f, -0.25f, 0.4f), White);
            canvas.Fill(Circle(side * 0.4f, -0.25f, 0.3f), new(0.95f, 0.7f, 0.15f));
            canvas.Fill(Circle(side * 0.4f, -0.25f, 0.17f), Black);
        }

        canvas.Fill(Triangle(new(-0.14f, -0.02f), new(0.14f, -0.02f), new(0, 0.3f)), new(0.9f, 0.6f, 0.2f));
        for (int row = 0; row < 3; row++)
        {
            for (int column = -1; column <= 1; column++)
            {
                canvas.Fill(Ellipse((0.42f * column) + (0.2f * (row % 2)), 0.62f + (0.3f * row), 0.14f, 0.1f), feathers * 0.65f);
            }
        }
    }

    private static void DrawHouse(Canvas canvas, Dice dice)
    {
        Vector3 wall = dice.Near(dice.OneOf(White, Tan, new(0.72f, 0.38f, 0.3f)));
        canvas.Fill(Box(0, 0.45f, 0.95f, 0.75f), wall);
        canvas.Fill(Triangle(new(-1.2f, -0.25f), new(1.2f, -0.25f), new(0, -1.2f)), dice.OneOf(Brown, new(0.6f, 0.22f, 0.18f), Gray * 0.8f));
        canvas.Fill(Box(0, 0.75f, 0.2f, 0.45f), Brown * 0.8f);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Box(side * 0.58f, 0.25f, 0.22f, 0.22f), White);
            canvas.Fill(Box(side * 0.58f, 0.25f, 0.17f, 0.17f), new(0.45f, 0.66f, 0.82f));
        }
    }

    private static void DrawTree(Canvas canvas, Dice dice)
    {
        canvas.Fill(Box(0, 0.9f, 0.16f, 0.7f), Brown);
        Vector3 leaves = dice.Near(dice.OneOf(Green, new(0.75f, 0.45f, 0.15f), new(0.4f, 0.58f, 0.25f)));
        if (dice.Chance(0.5f))
        {
            for (int tier = 0; tier < 3; tier++)
            {
                (float side, float foot) = (0.9f - (0.15f * tier), 0.5f - (0.5f * tier));
                canvas.Fill(Triangle(new(-side, foot), new(side, foot), new(0, -0.45f - (0.45f * tier))), leaves * (1 + (0.08f * tier)));
            }

            return;
        }

        canvas.Fill(Circle(0, -0.4f, 0.75f), leaves);
        canvas.Fill(Circle(-0.55f, -0.05f, 0.5f), leaves * 0.92f);
        canvas.Fill(Circle(0.55f, -0.1f, 0.52f), leaves * 1.08f);
    }

    private static void DrawCar(Canvas canvas, Dice dice)
    {
        Vector3 paint = dice.OneOf(new(0.78f, 0.16f, 0.15f), new(0.15f, 0.36f, 0.66f), White, Black * 1.6f, new Vector3(0.86f, 0.68f, 0.16f));
        canvas.Fill(Box(0, -0.25f, 0.7f, 0.4f, 0.22f), paint * 0.92f);
        canvas.Fill(Box(0, -0.25f, 0.58f, 0.26f, 0.12f), new(0.6f, 0.78f, 0.88f));
        canvas.Fill(Box(0, -0.25f, 0.05f, 0.26f), paint * 0.92f);
        canvas.Fill(Box(0, 0.25f, 1.25f, 0.34f, 0.2f), paint);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Circle(side * 0.7f, 0.58f, 0.3f), Black);
            canvas.Fill(Circle(side * 0.7f, 0.58f, 0.14f), Gray * 1.3f);
            canvas.Fill(Circle(side * 1.16f, 0.18f, 0.1f), new(1, 0.92f, 0.6f));
        }
    }

    private static void DrawFlower(Canvas canvas, Dice dice)
    {
        Vector3 petal = dice.Near(dice.OneOf(new(0.92f, 0.35f, 0.42f), White, new(0.95f, 0.75f, 0.2f), new Vector3(0.6f, 0.4f, 0.8f)));
        int petals = 5 + dice.Below(4);
        canvas.Fill(Line(0, 0.2f, dice.Between(-0.3f, 0.3f), 2.2f, 0.14f), Green);
        canvas.Fill(Ellipse(0.35f, 1.3f, 0.4f, 0.15f), Green * 1.2f);
        for (int index = 0; index < petals; index++)
        {
            (float sine, float cosine) = MathF.SinCos(index * MathF.Tau / petals);
            canvas.Fill(Circle(0.62f * cosine, 0.62f * sine, 0.42f), petal * (0.9f + (0.04f * (index % 4))));
        }

        canvas.Fill(Circle(0, 0, 0.36f), new(0.88f, 0.62f, 0.14f));
    }

    private static void DrawFish(Canvas canvas, Dice dice)
    {
        Vector3 scales = dice.Near(dice.OneOf(new(0.93f, 0.5f, 0.15f), new(0.3f, 0.55f, 0.75f), Gray));
        canvas.Fill(Triangle(new(0.7f, 0), new(1.4f, -0.55f), new(1.4f, 0.55f), 0.05f), scales * 0.8f);
        canvas.Fill(Triangle(new(-0.2f, -0.4f), new(0.5f, -0.4f), new(0.4f, -0.9f), 0.04f), scales * 0.8f);
        canvas.Fill(Ellipse(0, 0, 1.05f, 0.6f), scales);
        canvas.Fill(Ellipse(0, 0.22f, 0.8f, 0.28f), Vector3.Lerp(scales, Vector3.One, 0.4f), 0.8f, 2);
        canvas.Fill(Circle(-0.6f, -0.12f, 0.16f), White);
        canvas.Fill(Circle(-0.62f, -0.12f, 0.09f), Black);
        canvas.Fill(Line(-0.25f, -0.3f, -0.25f, 0.3f, 0.06f), scales * 0.7f);
    }

    private static void DrawMug(Canvas canvas, Dice dice)
    {
        Vector3 glaze = dice.Near(dice.Colour(), 0.02f);
        canvas.Fill(place => MathF.Abs(Circle(0.75f, 0.1f, 0.42f)(place)) - 0.1f, glaze * 0.85f);
        canvas.Fill(Box(0, 0.1f, 0.75f, 0.85f, 0.12f), glaze);
        canvas.Fill(Ellipse(0, -0.7f, 0.72f, 0.17f), Brown * 0.6f);
        canvas.Fill(Box(-0.45f, 0.1f, 0.08f, 0.6f, 0.08f), Vector3.One, 0.35f);
    }

    private static void DrawBall(Canvas canvas, Dice dice)
    {
        Vector3 colour = dice.Colour();
        canvas.Fill(Ellipse(0.15f, 1.0f, 0.95f, 0.2f), Black, 0.35f, 4);
        canvas.Fill(Circle(0, 0, 1), colour);
        canvas.Fill(place => MathF.Max(Circle(0, 0, 1)(place), MathF.Abs(place.X + (0.4f * place.Y)) - 0.22f), dice.Colour());
        canvas.Fill(Circle(-0.35f, -0.4f, 0.24f), Vector3.One, 0.5f, 4);
    }

    private static void DrawMushroom(Canvas canvas, Dice dice)
    {
        Vector3 cap = dice.OneOf(new(0.8f, 0.18f, 0.14f), Brown, new Vector3(0.85f, 0.6f, 0.25f));
        canvas.Fill(Box(0, 0.6f, 0.32f, 0.7f, 0.2f), White * 0.95f);
        canvas.Fill(place => MathF.Max(Ellipse(0, 0.1f, 1.1f, 1)(place), place.Y - 0.2f), cap);
        foreach (Vector2 spot in (ReadOnlySpan<Vector2>)[new(-0.55f, -0.2f), new(0.1f, -0.55f), new(0.6f, -0.1f), new(-0.1f, -0.05f)])
        {
            canvas.Fill(Circle(spot.X, spot.Y, 0.14f), White);
        }
    }

    private static void DrawRoundEyes(Canvas canvas, float x, float y, float radius)
    {
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            canvas.Fill(Circle(side * x, y, radius), Black);
            canvas.Fill(Circle((side * x) + (radius * 0.35f), y - (radius * 0.35f), radius * 0.35f), Vector3.One);
        }
    }
}
