using System.Globalization;
using System.Runtime.Intrinsics;
using NetGen.Networks.Tests.Widths;

[assembly: AssemblyFixture(typeof(VectorWidth))]

namespace NetGen.Networks.Tests.Widths;

/// <summary>
/// The width of the vectors of this process. A child process is told what it was started for, and refuses to run a single test when it turned out otherwise:
/// the tests would pass, and say nothing about the width in question.
/// </summary>
public sealed class VectorWidth
{
    /// <summary>Set in child processes: the width in bits, 0 for none.</summary>
    internal const string ExpectedVariable = "NETGEN_TESTS_VECTOR_BITS";

    /// <summary>Checks that the process is what its parent wanted.</summary>
    public VectorWidth()
    {
        if (Expected is { } expected && expected != Current)
        {
            throw new InvalidOperationException($"This process was started for vectors of {expected} bits, but has vectors of {Current} bits.");
        }
    }

    /// <summary>The widest vectors with hardware acceleration, in bits; 0 where there are none.</summary>
    internal static int Current =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Whether this process is a child of <see cref="WidthTests"/>.</summary>
    internal static bool IsChild => Expected is not null;

    private static int? Expected =>
        Environment.GetEnvironmentVariable(ExpectedVariable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
