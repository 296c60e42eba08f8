using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Networks.Tests.Reference;

/// <summary>Compares computed values with the reference: each error divided by the terms of its sum.</summary>
internal static class Agreement
{
    /// <summary>What a computation in T is held to: about a hundred (float) or a thousand (double) units of its rounding.</summary>
    public static double Tolerance<T>() => typeof(T) == typeof(float) ? 1e-5 : 1e-13;

    /// <summary>Fails when a value is further from the reference than the tolerance allows.</summary>
    /// <param name="what">What the values are, for the message.</param>
    /// <param name="actual">The computed values.</param>
    /// <param name="expected">The reference.</param>
    /// <param name="place">Names the place of an index, such as "W2[3,5]".</param>
    public static void Check<T>(string what, ReadOnlySpan<T> actual, Measured expected, Func<int, string> place)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (actual.Length != expected.Count)
        {
            throw new DisagreementException(FormattableString.Invariant($"{what}: {actual.Length} values, expected {expected.Count}."));
        }

        (int worst, double worstError) = (-1, Tolerance<T>());
        int failures = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double error = Error(double.CreateChecked(actual[i]), expected.Values[i], expected.Terms[i], SmallestKept<T>());
            failures += error <= Tolerance<T>() ? 0 : 1;
            if (!(error <= worstError))
            {
                (worst, worstError) = (i, error);
            }
        }

        if (worst >= 0)
        {
            throw new DisagreementException(
                FormattableString.Invariant($"{what}: {failures} of {actual.Length} values are off, worst {place(worst)}: {actual[worst]}, ")
                + FormattableString.Invariant($"reference {expected.Values[worst]:R} with terms {expected.Terms[worst]:E3}: ")
                + FormattableString.Invariant($"error {worstError:E2}, allowed {Tolerance<T>():E0}."));
        }
    }

    /// <summary>Fails when values that must be the same differ in a single bit.</summary>
    /// <param name="what">What the values are, for the message.</param>
    /// <param name="expected">The values.</param>
    /// <param name="actual">The others.</param>
    public static void CheckSame<T>(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (actual.Length != expected.Length)
        {
            throw new DisagreementException(FormattableString.Invariant($"{what}: {actual.Length} values, expected {expected.Length}."));
        }

        ReadOnlySpan<byte> expectedBits = MemoryMarshal.AsBytes(expected), actualBits = MemoryMarshal.AsBytes(actual);
        if (expectedBits.SequenceEqual(actualBits))
        {
            return;
        }

        int first = expectedBits.CommonPrefixLength(actualBits) / Unsafe.SizeOf<T>();
        throw new DisagreementException(
            FormattableString.Invariant($"{what}: not the same bits from value {first} of {actual.Length} on: {actual[first]}, expected {expected[first]}."));
    }

    /// <summary>Names rows and columns of a matrix of examples.</summary>
    public static Func<int, string> Matrix(int columns) => i => $"[example {i / columns}, unit {i % columns}]";

    /// <summary>Names a parameter.</summary>
    public static Func<int, string> Parameter(NetworkDescription description) => i =>
    {
        int layer = 0;
        while (i >= ReferenceNetwork.WeightsOffset(description, layer + 1))
        {
            layer++;
        }

        DenseDescription shape = description.DenseLayers[layer];
        int within = i - ReferenceNetwork.WeightsOffset(description, layer);
        int weights = shape.Units * shape.Inputs;
        return within < weights ? $"W{layer + 1}[{within / shape.Inputs}, {within % shape.Inputs}]" : $"b{layer + 1}[{within - weights}]";
    };

    private static double Error(double actual, double expected, double terms, double smallest)
    {
        double difference = Math.Abs(actual - expected);
        return difference == 0 ? 0 : difference / (terms + smallest);
    }

    /// <summary>A size below which products run out of exponent, and with it of digits, in T.</summary>
    private static double SmallestKept<T>() => typeof(T) == typeof(float) ? 1e-30 : 1e-290;
}
