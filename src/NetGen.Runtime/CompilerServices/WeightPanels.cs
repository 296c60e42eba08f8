using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Copies weights into panels, in which the vectors that a tile loads one after the other lie one after the other. A part of the weights at a time can be
/// copied: what a worker has just updated is still in its cache.
/// </summary>
/// <remarks>
/// W is (units, inputs), row by row. All panels but the last have the same width; the last may be narrower, and its width counts the unused lanes of its last
/// vector. For emitted code. Nothing is checked: whoever passes a reference to fewer elements than the sizes say reads and writes other memory.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightPanels
{
    /// <summary>For the forward pass: the units of a panel side by side, input by input. A panel starts at its first unit times the number of inputs.</summary>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="firstUnit">The first unit that is copied.</param>
    /// <param name="unitCount">How many units are copied.</param>
    /// <param name="firstInput">The first input that is copied.</param>
    /// <param name="inputCount">How many inputs are copied.</param>
    /// <param name="packed">The first panel.</param>
    /// <param name="width">The units of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackUnits<T>(
        ref readonly T weights, int units, int inputs, nint firstUnit, nint unitCount, nint firstInput, nint inputCount, ref T packed, int width, int lastWidth)
        where T : unmanaged
    {
        for (nint unit = firstUnit, end = firstUnit + unitCount; unit < end;)
        {
            (nint start, nint next, nint rowLength) = Panel(unit, end, units, width, lastWidth);
            ref readonly T source = ref Unsafe.Add(ref Unsafe.AsRef(in weights), unit * inputs + firstInput);
            ref T target = ref Unsafe.Add(ref packed, start * inputs + firstInput * rowLength + (unit - start));
            Transposition.PackColumns(in source, inputs, (int)(next - unit), (int)inputCount, ref target, rowLength);
            unit = next;
        }
    }

    /// <summary>One worker's share of all units and inputs of a layer, for the forward pass.</summary>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="packed">The first panel.</param>
    /// <param name="width">The units of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    /// <param name="part">The worker.</param>
    /// <param name="parts">The number of workers.</param>
    public static void PackUnits<T>(ref readonly T weights, int units, int inputs, ref T packed, int width, int lastWidth, int part, int parts)
        where T : unmanaged
    {
        (nint first, nint last) = Share(inputs, part, parts);
        PackUnits(in weights, units, inputs, 0, units, first, last - first, ref packed, width, lastWidth);
    }

    /// <summary>For the backward pass: the inputs of a panel side by side, unit by unit. A panel starts at its first input times the number of units.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="firstUnit">The first unit that is copied.</param>
    /// <param name="unitCount">How many units are copied.</param>
    /// <param name="firstInput">The first input that is copied.</param>
    /// <param name="inputCount">How many inputs are copied.</param>
    /// <param name="packed">The first panel.</param>
    /// <param name="width">The inputs of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackInputs<T>(
        ref readonly T weights, int units, int inputs, nint firstUnit, nint unitCount, nint firstInput, nint inputCount, ref T packed, int width, int lastWidth)
        where T : unmanaged
    {
        for (nint input = firstInput, end = firstInput + inputCount; input < end;)
        {
            (nint start, nint next, nint rowLength) = Panel(input, end, inputs, width, lastWidth);
            ref readonly T source = ref Unsafe.Add(ref Unsafe.AsRef(in weights), firstUnit * inputs + input);
            ref T target = ref Unsafe.Add(ref packed, start * units + firstUnit * rowLength + (input - start));
            Rows.CopyColumns(in source, inputs, unitCount, next - input, ref target, rowLength);
            input = next;
        }
    }

    /// <summary>One worker's share of all units and inputs of a layer, for the backward pass.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="packed">The first panel.</param>
    /// <param name="width">The inputs of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    /// <param name="part">The worker.</param>
    /// <param name="parts">The number of workers.</param>
    public static void PackInputs<T>(ref readonly T weights, int units, int inputs, ref T packed, int width, int lastWidth, int part, int parts)
        where T : unmanaged
    {
        (nint first, nint last) = Share(units, part, parts);
        PackInputs(in weights, units, inputs, first, last - first, 0, inputs, ref packed, width, lastWidth);
    }

    /// <summary>As the other, of weights that a sink has just taken the gradient of: nothing where it has not changed them.</summary>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <typeparam name="TSink">The sink.</typeparam>
    /// <param name="weights">W.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="inputs">The inputs of the layer.</param>
    /// <param name="firstUnit">The first unit that is copied.</param>
    /// <param name="unitCount">How many units are copied.</param>
    /// <param name="firstInput">The first input that is copied.</param>
    /// <param name="inputCount">How many inputs are copied.</param>
    /// <param name="packed">The first panel.</param>
    /// <param name="width">The units of a full panel.</param>
    /// <param name="lastWidth">The width of the panel after the full ones, where there is one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PackUnits<T, TSink>(
        ref readonly T weights, int units, int inputs, nint firstUnit, nint unitCount, nint firstInput, nint inputCount, ref T packed, int width, int lastWidth)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        if (TSink.ChangesParameters)
        {
            PackUnits(in weights, units, inputs, firstUnit, unitCount, firstInput, inputCount, ref packed, width, lastWidth);
        }
    }

    /// <inheritdoc cref="PackUnits{T, TSink}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PackInputs<T, TSink>(
        ref readonly T weights, int units, int inputs, nint firstUnit, nint unitCount, nint firstInput, nint inputCount, ref T packed, int width, int lastWidth)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TSink : struct, IGradientSink<T>, allows ref struct
    {
        if (TSink.ChangesParameters)
        {
            PackInputs(in weights, units, inputs, firstUnit, unitCount, firstInput, inputCount, ref packed, width, lastWidth);
        }
    }

    private static (nint First, nint Last) Share(int count, int part, int parts) =>
        ((nint)((long)count * part / parts), (nint)((long)count * (part + 1) / parts));

    /// <summary>The panel that holds a column: where it starts, where it or what is copied ends, and how long its rows are.</summary>
    private static (nint Start, nint Next, nint RowLength) Panel(nint column, nint end, nint columns, nint width, nint lastWidth)
    {
        nint start = column / width * width;
        return (start, nint.Min(start + width, end), start + width <= columns ? width : lastWidth);
    }
}
