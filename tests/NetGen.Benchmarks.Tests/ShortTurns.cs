using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Tests;

/// <summary>Turns that show that everything runs; their figures mean nothing.</summary>
internal static class ShortTurns
{
    public static TurnTimer Timer { get; } = new(TimeSpan.FromMilliseconds(1), TimeSpan.Zero);
}
