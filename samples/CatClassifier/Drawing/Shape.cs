namespace CatClassifier.Drawing;

/// <summary>The distance of a place from the edge of a shape: negative inside. With it an edge can be drawn smoothly.</summary>
/// <param name="place">The place, in the units in which the shape was described.</param>
public delegate float Shape(Vector2 place);

/// <summary>The shapes that the pictures are made of.</summary>
public static class Shapes
{
    /// <summary>A disc.</summary>
    public static Shape Circle(float x, float y, float radius) => place => (place - new Vector2(x, y)).Length() - radius;

    /// <summary>An ellipse with its axes along x and y.</summary>
    public static Shape Ellipse(float x, float y, float radiusX, float radiusY)
    {
        var centre = new Vector2(x, y);
        var radii = new Vector2(radiusX, radiusY);
        return place =>
        {
            // The distance to first order: the level of the ellipse's equation divided by its slope.
            Vector2 scaled = (place - centre) / radii;
            float level = scaled.Length();
            float slope = (scaled / radii).Length();
            return slope < 1e-6f ? -MathF.Min(radiusX, radiusY) : level * (level - 1) / slope;
        };
    }

    /// <summary>A rectangle with its sides along x and y, and rounded corners.</summary>
    public static Shape Box(float x, float y, float halfWidth, float halfHeight, float rounding = 0)
    {
        var centre = new Vector2(x, y);
        var half = new Vector2(halfWidth - rounding, halfHeight - rounding);
        return place =>
        {
            Vector2 outside = Vector2.Abs(place - centre) - half;
            return Vector2.Max(outside, Vector2.Zero).Length() + MathF.Min(MathF.Max(outside.X, outside.Y), 0) - rounding;
        };
    }

    /// <summary>A thick line with round ends.</summary>
    public static Shape Line(float x1, float y1, float x2, float y2, float thickness)
    {
        var start = new Vector2(x1, y1);
        var direction = new Vector2(x2, y2) - start;
        return place =>
        {
            float along = Math.Clamp(Vector2.Dot(place - start, direction) / direction.LengthSquared(), 0, 1);
            return (place - start - (along * direction)).Length() - (thickness / 2);
        };
    }

    /// <summary>A triangle with rounded corners.</summary>
    public static Shape Triangle(Vector2 a, Vector2 b, Vector2 c, float rounding = 0)
    {
        // Its inside lies on the same side of all three edges.
        float turn = MathF.Sign(Cross(b - a, c - a));
        return place =>
        {
            float outside = MathF.Max(MathF.Max(Side(a, b, place), Side(b, c, place)), Side(c, a, place));
            float corner = MathF.Min(MathF.Min(Line(a, b, place), Line(b, c, place)), Line(c, a, place));
            return (outside > 0 ? corner : -corner) - rounding;
        };

        float Side(Vector2 from, Vector2 to, Vector2 place) => -turn * Cross(to - from, place - from);

        static float Line(Vector2 from, Vector2 to, Vector2 place)
        {
            Vector2 direction = to - from;
            float along = Math.Clamp(Vector2.Dot(place - from, direction) / direction.LengthSquared(), 0, 1);
            return (place - from - (along * direction)).Length();
        }
    }

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
