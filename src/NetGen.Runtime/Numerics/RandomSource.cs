using System.Numerics;

namespace NetGen.Numerics;

/// <summary>
/// The library's own generator: xoshiro256**, its state filled by splitmix64. The same seed draws the same values on every machine, normal ones included. Not
/// safe for several threads at once.
/// </summary>
public sealed class RandomSource
{
    private ulong s0, s1, s2, s3;
    private double secondNormal;
    private bool hasSecondNormal;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; neighbouring seeds give unrelated sequences.</param>
    public RandomSource(long seed) => Restart(seed);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            ulong shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>, each equally likely.</summary>
    /// <param name="limit">The first number that is not drawn; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">limit is not positive.</exception>
    public int NextInt32(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        // Lemire's method: the high half of a product; the few low halves that would favour some results are drawn again.
        ulong product = (NextUInt64() >> 32) * (ulong)limit;
        if ((uint)product < (uint)limit)
        {
            uint threshold = (uint)((1UL << 32) % (uint)limit);
            while ((uint)product < threshold)
            {
                product = (NextUInt64() >> 32) * (ulong)limit;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Uniform, 0 included, 1 excluded, 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>Normal with mean 0 and standard deviation 1, by the polar method.</summary>
    public double NextNormal()
    {
        if (hasSecondNormal)
        {
            hasSecondNormal = false;
            return secondNormal;
        }

        double x1, x2, squaredRadius;
        do
        {
            x1 = (2.0 * NextDouble()) - 1.0;
            x2 = (2.0 * NextDouble()) - 1.0;
            squaredRadius = (x1 * x1) + (x2 * x2);
        }
        while (squaredRadius is >= 1.0 or 0.0);

        double factor = Math.Sqrt(-2.0 * PortableLog(squaredRadius) / squaredRadius);
        secondNormal = factor * x2;
        hasSecondNormal = true;
        return factor * x1;
    }

    /// <summary>Puts values in random order, every order equally likely.</summary>
    /// <param name="values">The values, reordered in place.</param>
    public void Shuffle<TValue>(Span<TValue> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = NextInt32(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    /// <summary>Starts another sequence, without another object.</summary>
    /// <param name="seed">Any number.</param>
    internal void Restart(long seed)
    {
        ulong counter = unchecked((ulong)seed);
        s0 = SplitMix(ref counter);
        s1 = SplitMix(ref counter);
        s2 = SplitMix(ref counter);
        s3 = SplitMix(ref counter);
        hasSecondNormal = false;
    }

    /// <summary>Starts the sequence that belongs to three numbers, unrelated to those of all others.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="first">Any number.</param>
    /// <param name="second">Any number.</param>
    internal void Restart(long seed, int first, int second)
    {
        // Each number goes through the mixer before the next is added, so that sums that are equal do not make sequences that are.
        ulong key = unchecked((ulong)seed);
        key = SplitMix(ref key) ^ (uint)first;
        key = SplitMix(ref key) ^ (uint)second;
        Restart(unchecked((long)SplitMix(ref key)));
    }

    private static ulong SplitMix(ref ulong counter)
    {
        unchecked
        {
            counter += 0x9e3779b97f4a7c15;
            ulong value = counter;
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
            value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
            return value ^ (value >> 31);
        }
    }

    /// <summary>
    /// The natural logarithm of a normal number between 0 and 1. Math.Log calls the C library of the machine, whose last bit differs from one to the next; this
    /// uses only operations that IEEE 754 rounds alike everywhere: log(m 2^e) = e ln 2 + 2 atanh((m - 1) / (m + 1)), where |m - 1| / (m + 1) is at most 0.172,
    /// so that eleven terms reach the last bit.
    /// </summary>
    private static double PortableLog(double value)
    {
        int exponent = Math.ILogB(value);
        double mantissa = Math.ScaleB(value, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        double s = (mantissa - 1.0) / (mantissa + 1.0);
        double squared = s * s;
        double sum = 0.0;
        for (int power = 21; power >= 3; power -= 2)
        {
            sum = (sum + (1.0 / power)) * squared;
        }

        return (exponent * 0.6931471805599453) + (2.0 * (s + (s * sum)));
    }
}
