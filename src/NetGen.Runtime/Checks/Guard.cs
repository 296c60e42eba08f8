using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The run-time checks of generated networks. Each is a comparison or two that inline into the caller; the message is put together out of line, and says which
/// argument of which network has which size, and which it must have.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Guard
{
    /// <summary>Checks that x holds whole examples, perhaps none.</summary>
    /// <param name="length">The length of x.</param>
    /// <param name="inputSize">The inputs of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <returns>The number of examples.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of the inputs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Examples(int length, int inputSize, string network, string parameter = "x")
    {
        int count = (int)((uint)length / (uint)inputSize);
        if ((uint)count * (uint)inputSize != (uint)length)
        {
            ThrowPartialExample(length, inputSize, network, parameter);
        }

        return count;
    }

    /// <summary>Checks that x holds exactly one example.</summary>
    /// <param name="length">The length of x.</param>
    /// <param name="inputSize">The inputs of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="ArgumentException">The length is not the number of inputs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OneExample(int length, int inputSize, string network, string parameter = "x")
    {
        if (length != inputSize)
        {
            ThrowNotOneExample(length, inputSize, network, parameter);
        }
    }

    /// <summary>Checks that x and y hold the same number of whole examples, at least one.</summary>
    /// <param name="xLength">The length of x.</param>
    /// <param name="yLength">The length of y.</param>
    /// <param name="inputSize">The inputs of an example.</param>
    /// <param name="outputSize">The labels of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <returns>The number of examples.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LabelledExamples(int xLength, int yLength, int inputSize, int outputSize, string network)
    {
        int count = Examples(xLength, inputSize, network);
        if (count == 0)
        {
            ThrowNoExample(network, "x");
        }

        if ((long)count * outputSize != yLength)
        {
            ThrowLabels(yLength, count, outputSize, network, "y");
        }

        return count;
    }

    /// <summary>
    /// Checks that x holds whole examples, at least one, with labels that are whole numbers: one class each, from 0 to the number of outputs - 1, or a row
    /// each.
    /// </summary>
    /// <param name="xLength">The length of x.</param>
    /// <param name="classes">The classes (m), or the rows (m, outputSize).</param>
    /// <param name="inputSize">The inputs of an example.</param>
    /// <param name="outputSize">The number of classes.</param>
    /// <param name="network">The network's name.</param>
    /// <returns>The number of examples.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a class is not one of the network's.</exception>
    public static int ClassifiedExamples(int xLength, ReadOnlySpan<int> classes, int inputSize, int outputSize, string network)
    {
        int count = Examples(xLength, inputSize, network);
        if (count == 0)
        {
            ThrowNoExample(network, "x");
        }

        if (classes.Length == (long)count * outputSize)
        {
            return count;
        }

        if (classes.Length != count)
        {
            ThrowClassCount(classes.Length, count, outputSize, network, nameof(classes));
        }

        int offender = classes.IndexOfAnyExceptInRange(0, outputSize - 1);
        if (offender >= 0)
        {
            ThrowClass(offender, classes[offender], outputSize, network, nameof(classes));
        }

        return count;
    }

    /// <summary>Checks that a destination has room for the outputs of some examples.</summary>
    /// <param name="length">The length of the destination.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="outputSize">The outputs of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output(int length, int count, int outputSize, string network, string parameter = "output")
    {
        if ((long)count * outputSize > length)
        {
            ThrowOutput(length, count, outputSize, network, parameter);
        }
    }

    /// <summary>
    /// Checks that outputs are not written over examples: they are written while other examples are still to be read, so memory that both share would give
    /// wrong numbers. Only what is really written counts.
    /// </summary>
    /// <param name="x">The examples.</param>
    /// <param name="output">The destination, at least <paramref name="count"/> long.</param>
    /// <param name="count">How many outputs are written.</param>
    /// <param name="network">The network's name.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apart<T>(ReadOnlySpan<T> x, Span<T> output, int count, string network)
    {
        if (x.Overlaps(output[..count]))
        {
            ThrowOverlap(network, nameof(output), nameof(x));
        }
    }

    /// <summary>Checks that a destination has room for the gradient of every parameter, and is none of what they are computed from.</summary>
    /// <param name="gradients">The destination.</param>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="x">The examples.</param>
    /// <param name="y">The labels; empty when they are class indices.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="network">The network's name.</param>
    /// <exception cref="ArgumentException">The destination is too short, or they overlap.</exception>
    public static void Gradients<T>(
        Span<T> gradients, int parameterCount, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> parameters, string network)
    {
        if (gradients.Length < parameterCount)
        {
            ThrowGradients(gradients.Length, parameterCount, network, nameof(gradients));
        }

        ReadOnlySpan<T> written = gradients[..parameterCount];
        if (written.Overlaps(x))
        {
            ThrowOverlap(network, nameof(gradients), nameof(x));
        }

        if (written.Overlaps(y))
        {
            ThrowOverlap(network, nameof(gradients), nameof(y));
        }

        if (written.Overlaps(parameters))
        {
            ThrowOverlap(network, nameof(gradients), "Parameters");
        }
    }

    /// <summary>The number of outputs of some examples, for an array that is to hold them.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="outputSize">The outputs of an example.</param>
    /// <param name="network">The network's name.</param>
    /// <exception cref="ArgumentException">No array is that long.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int OutputLength(int count, int outputSize, string network)
    {
        long length = (long)count * outputSize;
        if (length > Array.MaxLength)
        {
            ThrowTooManyOutputs(count, outputSize, network, "x");
        }

        return (int)length;
    }

    /// <summary>Checks that there is a value for every parameter, and none too many.</summary>
    /// <param name="length">The number of values.</param>
    /// <param name="parameterCount">The number of parameters.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Parameters(int length, int parameterCount, string network, string parameter = "parameters")
    {
        if (length != parameterCount)
        {
            ThrowParameters(length, parameterCount, network, parameter);
        }
    }

    /// <summary>Checks a number of threads.</summary>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Threads(int threads)
    {
        if (threads < 0)
        {
            ThrowThreads(threads);
        }
    }

    /// <summary>Checks that a member that declares parameters has values.</summary>
    /// <param name="values">What the member holds.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="parameters">The parameters that it declares, such as "W2 of CatNet".</param>
    /// <typeparam name="TValues">The type of the member, an array.</typeparam>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static TValues Declared<TValues>(TValues? values, string member, string parameters)
        where TValues : class => values ?? throw new ArgumentException(
            $"{member}, declared as {parameters}, is null: it needs its values before they are loaded "
                + "(static fields get theirs in the order in which they are written).",
            member);

    /// <summary>Checks that a network has parameters to compute with.</summary>
    /// <param name="isInitialized">Whether the parameters have been set or drawn.</param>
    /// <param name="network">The network's name.</param>
    /// <param name="member">What was called.</param>
    /// <exception cref="InvalidOperationException">They have not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Initialized(bool isInitialized, string network, [CallerMemberName] string member = "")
    {
        if (!isInitialized)
        {
            ThrowNotInitialized(network, member);
        }
    }
}
