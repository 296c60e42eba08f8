using System.Diagnostics;

namespace Vectorization;

/// <summary>How fast one way is.</summary>
/// <param name="Name">The way.</param>
/// <param name="Milliseconds">The time of its fastest step.</param>
/// <param name="Difference">How far its parameters are from those of the naive loops after as many steps, at most.</param>
internal sealed record Measurement(string Name, double Milliseconds, double Difference)
{
    /// <summary>Billions of multiplications and additions a second.</summary>
    public double Gigaflops => Problem.FloatingPointOperations / (Milliseconds * 1e6);

    /// <summary>Takes the time of the fastest step, which disturbances by other programs lengthen least.</summary>
    /// <param name="way">The way.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="expected">The parameters that the naive loops reach.</param>
    public static Measurement Take(IDenseStep way, int steps, ReadOnlySpan<float> expected)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int step = 0; step < steps; step++)
        {
            long start = Stopwatch.GetTimestamp();
            way.Step();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        double difference = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            difference = Math.Max(difference, Math.Abs(way.Parameters[i] - expected[i]));
        }

        return new Measurement(way.Name, fastest.TotalMilliseconds, difference);
    }
}
