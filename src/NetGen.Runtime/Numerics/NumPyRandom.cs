using System.Numerics;

namespace NetGen;

/// <summary>
/// NumPy's legacy generator: draws digit for digit what <c>numpy.random.seed(s)</c> followed by <c>rand</c>, <c>randn</c>, <c>permutation</c> draws, so that
/// published results which name a NumPy seed can be reproduced. For anything else <see cref="Numerics.RandomSource"/> is the faster and better generator. Not
/// safe for several threads at once.
/// </summary>
public sealed class NumPyRandom
{
    private const int StateLength = 624;
    private const int ShiftLength = 397;

    private readonly uint[] state = new uint[StateLength];
    private int position = StateLength;
    private double secondNormal;
    private bool hasSecondNormal;

    /// <summary>Starts where <c>numpy.random.seed(seed)</c> starts.</summary>
    /// <param name="seed">The seed, 0 to 4294967295.</param>
    /// <exception cref="ArgumentOutOfRangeException">NumPy refuses this seed as well.</exception>
    public NumPyRandom(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(seed), seed, "A NumPy seed lies between 0 and 4294967295.");
        }

        state[0] = (uint)seed;
        for (int i = 1; i < StateLength; i++)
        {
            state[i] = unchecked((1812433253u * (state[i - 1] ^ (state[i - 1] >> 30))) + (uint)i);
        }
    }

    /// <summary>The next 32 bits of the Mersenne twister MT19937.</summary>
    public uint NextUInt32()
    {
        if (position == StateLength)
        {
            Twist();
        }

        uint value = state[position++];
        value ^= value >> 11;
        value ^= (value << 7) & 0x9d2c5680;
        value ^= (value << 15) & 0xefc60000;
        return value ^ (value >> 18);
    }

    /// <summary>The next value of <c>numpy.random.rand</c>: uniform, 0 included, 1 excluded, 53 bits.</summary>
    public double NextDouble()
    {
        // Two statements: the first output supplies the high bits.
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary>The next value of <c>numpy.random.randn</c>: normal with mean 0 and standard deviation 1.</summary>
    public double NextNormal()
    {
        // The polar method yields two values; NumPy returns the second first and keeps the other for the next call.
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

        double factor = Math.Sqrt(-2.0 * Math.Log(squaredRadius) / squaredRadius);
        secondNormal = factor * x1;
        hasSecondNormal = true;
        return factor * x2;
    }

    /// <summary>The next value of <c>numpy.random.permutation(count)</c>: the numbers 0 to count - 1 in random order.</summary>
    /// <param name="count">How many numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">count is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = new int[count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = NextUpTo(i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>0 to <paramref name="maximum"/>, both included: outputs cut to its bits are drawn until one is not above it, as NumPy does.</summary>
    private int NextUpTo(int maximum)
    {
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)maximum);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        }
        while (value > (uint)maximum);
        return (int)value;
    }

    private void Twist()
    {
        for (int i = 0; i < StateLength; i++)
        {
            uint joined = (state[i] & 0x80000000) | (state[(i + 1) % StateLength] & 0x7fffffff);
            uint twisted = (joined & 1) == 0 ? joined >> 1 : (joined >> 1) ^ 0x9908b0df;
            state[i] = state[(i + ShiftLength) % StateLength] ^ twisted;
        }

        position = 0;
    }
}
