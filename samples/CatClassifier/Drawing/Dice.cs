using NetGen.Numerics;

namespace CatClassifier.Drawing;

/// <summary>Random choices for drawings; the same seed makes the same drawings.</summary>
/// <param name="seed">The seed.</param>
public sealed class Dice(int seed)
{
    private readonly RandomSource random = new(seed);

    /// <summary>A number between two others.</summary>
    public float Between(float low, float high) => low + ((high - low) * (float)random.NextDouble());

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => random.NextInt32(limit);

    /// <summary>True in this share of all cases.</summary>
    public bool Chance(float share) => random.NextDouble() < share;

    /// <summary>One of several things, each equally likely.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> things) => things[random.NextInt32(things.Length)];

    /// <summary>A place within a square.</summary>
    public Vector2 PlaceWithin(float low, float high) => new(Between(low, high), Between(low, high));

    /// <summary>Any colour at all.</summary>
    public Vector3 Colour() => new(Between(0, 1), Between(0, 1), Between(0, 1));

    /// <summary>A colour near another.</summary>
    public Vector3 Near(Vector3 colour, float distance = 0.08f) =>
        colour + new Vector3(Between(-distance, distance), Between(-distance, distance), Between(-distance, distance));
}
