using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Batch normalization with running statistics as part of the dense layer before it: with scale = gamma / sqrt(variance + epsilon), W becomes W times the scale
/// of each unit, and b becomes (b - mean) * scale + beta.
/// </summary>
/// <remarks>For emitted code. Nothing is checked: whoever passes a reference to fewer elements than the sizes say reads and writes other memory.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FoldedNorm
{
    /// <summary>Makes the scale and b.</summary>
    /// <param name="gamma">What a normalized value is multiplied with, of each unit.</param>
    /// <param name="beta">What is added to it.</param>
    /// <param name="mean">The running mean.</param>
    /// <param name="variance">The running variance.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="bias">b of the dense layer.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="scale">Receives the scale.</param>
    /// <param name="folded">Receives b.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    public static void Fold<T>(
        ref readonly T gamma,
        ref readonly T beta,
        ref readonly T mean,
        ref readonly T variance,
        T epsilon,
        ref readonly T bias,
        int units,
        ref T scale,
        ref T folded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint unit = 0; unit < units; unit++)
        {
            T factor = Of(in gamma, unit) / T.Sqrt(Of(in variance, unit) + epsilon);
            Unsafe.Add(ref scale, unit) = factor;
            Unsafe.Add(ref folded, unit) = ((Of(in bias, unit) - Of(in mean, unit)) * factor) + Of(in beta, unit);
        }
    }

    /// <summary>Multiplies weights in panels, as <see cref="WeightPanels"/> has made them.</summary>
    /// <param name="packed">The first panel.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="width">The units of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    /// <param name="scale">What the weights of each unit are multiplied with.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScalePanels<T>(ref T packed, int units, int inputs, int width, int lastWidth, ref readonly T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int start = 0; start < units; start += width)
        {
            int count = int.Min(width, units - start);
            nint rowLength = count == width ? width : lastWidth;
            ReadOnlySpan<T> factors = MemoryMarshal.CreateReadOnlySpan(in Of(in scale, start), count);
            ref T row = ref Unsafe.Add(ref packed, (nint)start * inputs);
            for (int input = 0; input < inputs; input++)
            {
                Multiply(MemoryMarshal.CreateSpan(ref row, count), factors);
                row = ref Unsafe.Add(ref row, rowLength);
            }
        }
    }

    /// <summary>Multiplies weights that lie row by row.</summary>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="scale">What the weights of each unit are multiplied with.</param>
    /// <param name="target">Receives the products, row by row.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleRows<T>(ref readonly T weights, int units, int inputs, ref readonly T scale, ref T target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint unit = 0; unit < units; unit++)
        {
            Span<T> row = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, unit * inputs), inputs);
            MemoryMarshal.CreateReadOnlySpan(in Of(in weights, unit * inputs), inputs).CopyTo(row);
            Multiply(row, Of(in scale, unit));
        }
    }

    private static void Multiply<T>(Span<T> values, ReadOnlySpan<T> factors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(values[i..]) * new Vector<T>(factors[i..])).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factors[i];
        }
    }

    private static void Multiply<T>(Span<T> values, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            (new Vector<T>(values[i..]) * factor).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    private static ref readonly T Of<T>(ref readonly T first, nint index) => ref Unsafe.Add(ref Unsafe.AsRef(in first), index);
}
