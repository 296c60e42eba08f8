using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using static NetGen.MessageText;

namespace NetGen.CompilerServices;

/// <summary>The class that the outputs of an example stand for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PredictedClass
{
    /// <summary>Where an output is NaN: no class.</summary>
    internal const int None = -1;

    /// <summary>One output: 1 where it is above 0.5, else 0. Several: the first of the largest.</summary>
    /// <param name="output">The outputs of one example.</param>
    /// <param name="network">The network's name.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArithmeticException">An output is NaN.</exception>
    public static int Of<T>(ReadOnlySpan<T> output, string network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int found = Find(output);
        if (found == None)
        {
            ThrowNone(output, network);
        }

        return found;
    }

    /// <summary>One output that says by its sign on which side an example lies: 1 where it is above 0, else 0.</summary>
    /// <param name="output">The output of one example.</param>
    /// <param name="network">The network's name.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArithmeticException">The output is NaN.</exception>
    public static int OfMargin<T>(ReadOnlySpan<T> output, string network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (T.IsNaN(output[0]))
        {
            ThrowNone(output, network);
        }

        return output[0] > T.Zero ? 1 : 0;
    }

    /// <summary>As <see cref="Of"/>, but <see cref="None"/> where an output is NaN.</summary>
    /// <param name="output">The outputs of one example.</param>
    /// <param name="threshold">Above which a single output says class 1.</param>
    internal static int Find<T>(ReadOnlySpan<T> output, double threshold = 0.5)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (output.Length == 1)
        {
            return T.IsNaN(output[0]) ? None : output[0] > T.CreateTruncating(threshold) ? 1 : 0;
        }

        int largest = 0;
        bool isNumber = true;
        for (int unit = 0; unit < output.Length; unit++)
        {
            largest = output[unit] > output[largest] ? unit : largest;
            isNumber &= !T.IsNaN(output[unit]);
        }

        return isNumber ? largest : None;
    }

    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNone<T>(ReadOnlySpan<T> output, string network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int unit = 0;
        while (!T.IsNaN(output[unit]))
        {
            unit++;
        }

        throw new ArithmeticException(
            Text($"Output unit {unit} of {network} is NaN, so the example has no class: x or the parameters hold values that are not finite."));
    }
}
