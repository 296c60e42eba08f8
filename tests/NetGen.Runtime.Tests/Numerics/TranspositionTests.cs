using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

public class TranspositionTests
{
    private delegate void Move<T>(ref readonly T source, int features, ref T destination);

    private delegate void Pack<T>(ref readonly T source, nint sourceStride, int rows, int columns, ref T destination, nint destinationStride);

    public static TheoryData<int> Features => [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 31, 64, 100];

    [Theory]
    [MemberData(nameof(Features))]
    public void ToLanes_puts_each_example_of_floats_in_one_lane(int features)
    {
        ChecksToLanes<float>(Transposition.ToLanes512, 16, features, i => i);
        ChecksToLanes<float>(Transposition.ToLanes256, 8, features, i => i);
        ChecksToLanes<float>(Transposition.ToLanes128, 4, features, i => i);
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void ToLanes_puts_each_example_of_doubles_in_one_lane(int features)
    {
        ChecksToLanes<double>(Transposition.ToLanes512, 8, features, i => i);
        ChecksToLanes<double>(Transposition.ToLanes256, 4, features, i => i);
        ChecksToLanes<double>(Transposition.ToLanes128, 2, features, i => i);
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void FromLanes_puts_each_lane_of_floats_in_one_row(int features)
    {
        ChecksFromLanes<float>(Transposition.FromLanes512, 16, features, i => i);
        ChecksFromLanes<float>(Transposition.FromLanes256, 8, features, i => i);
        ChecksFromLanes<float>(Transposition.FromLanes128, 4, features, i => i);
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void FromLanes_puts_each_lane_of_doubles_in_one_row(int features)
    {
        ChecksFromLanes<double>(Transposition.FromLanes512, 8, features, i => i);
        ChecksFromLanes<double>(Transposition.FromLanes256, 4, features, i => i);
        ChecksFromLanes<double>(Transposition.FromLanes128, 2, features, i => i);
    }

    [Fact]
    public void PackColumns_transposes_matrices_of_every_small_size_and_leaves_the_padding_alone()
    {
        for (int rows = 0; rows <= 36; rows++)
        {
            for (int columns = 0; columns <= 19; columns++)
            {
                ChecksPackColumns<float>(Transposition.PackColumns, rows, columns, i => i);
                ChecksPackColumns<double>(Transposition.PackColumns, rows, columns, i => i);
            }
        }
    }

    [Fact]
    public void CopyRows_copies_the_columns_and_fills_the_rest_of_a_row_with_zeros()
    {
        for (int rows = 0; rows <= 5; rows++)
        {
            for (int columns = 0; columns <= 40; columns++)
            {
                foreach (int padding in (int[])[0, 1, 3, 16])
                {
                    ChecksCopyRows<float>(Transposition.CopyRows, rows, columns, padding, i => i);
                    ChecksCopyRows<double>(Transposition.CopyRows, rows, columns, padding, i => i);
                }
            }
        }
    }

    [Fact]
    public void Lanes_touch_nothing_outside_the_examples()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "Guarded memory needs Linux.");
        foreach (int features in Enumerable.Range(1, 40))
        {
            TouchesNothingOutside<float>(Transposition.ToLanes512, 16 * features, features);
            TouchesNothingOutside<float>(Transposition.ToLanes256, 8 * features, features);
            TouchesNothingOutside<float>(Transposition.ToLanes128, 4 * features, features);
            TouchesNothingOutside<double>(Transposition.ToLanes512, 8 * features, features);
            TouchesNothingOutside<double>(Transposition.ToLanes256, 4 * features, features);
            TouchesNothingOutside<double>(Transposition.ToLanes128, 2 * features, features);
            TouchesNothingOutside<float>(Transposition.FromLanes512, 16 * features, features);
            TouchesNothingOutside<float>(Transposition.FromLanes256, 8 * features, features);
            TouchesNothingOutside<float>(Transposition.FromLanes128, 4 * features, features);
            TouchesNothingOutside<double>(Transposition.FromLanes512, 8 * features, features);
            TouchesNothingOutside<double>(Transposition.FromLanes256, 4 * features, features);
            TouchesNothingOutside<double>(Transposition.FromLanes128, 2 * features, features);
        }
    }

    [Fact]
    public void Packing_and_copying_touch_nothing_outside_the_matrices()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "Guarded memory needs Linux.");
        for (int rows = 1; rows <= 20; rows++)
        {
            for (int columns = 1; columns <= 20; columns++)
            {
                int height = rows, width = columns;
                Move<float> packFloats = (ref readonly float source, int _, ref float destination) =>
                    Transposition.PackColumns(in source, width, height, width, ref destination, height);
                Move<double> packDoubles = (ref readonly double source, int _, ref double destination) =>
                    Transposition.PackColumns(in source, width, height, width, ref destination, height);
                Move<float> copyFloats = (ref readonly float source, int _, ref float destination) =>
                    Transposition.CopyRows(in source, width, height, width, ref destination, width);
                TouchesNothingOutside(packFloats, rows * columns, columns);
                TouchesNothingOutside(packDoubles, rows * columns, columns);
                TouchesNothingOutside(copyFloats, rows * columns, columns);
            }
        }
    }

    private static void TouchesNothingOutside<T>(Move<T> move, int length, int features)
        where T : unmanaged
    {
        using var source = new GuardedMemory(length * Unsafe.SizeOf<T>());
        using var destination = new GuardedMemory(length * Unsafe.SizeOf<T>());
        move(ref source.AtStart<T>(), features, ref destination.AtEnd<T>(length));
        move(ref source.AtEnd<T>(length), features, ref destination.AtStart<T>());
    }

    private static void ChecksToLanes<T>(Move<T> toLanes, int lanes, int features, Func<int, T> value)
        where T : unmanaged
    {
        var (source, destination) = Buffers(lanes * features, lanes * features, value);

        toLanes(ref source[Border], features, ref destination[Border]);

        var expected = Poisoned<T>(lanes * features);
        for (int example = 0; example < lanes; example++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                expected[Border + feature * lanes + example] = value(example * features + feature);
            }
        }
        Assert.Equal(expected, destination);
    }

    private static void ChecksFromLanes<T>(Move<T> fromLanes, int lanes, int features, Func<int, T> value)
        where T : unmanaged
    {
        var (source, destination) = Buffers(lanes * features, lanes * features, value);

        fromLanes(ref source[Border], features, ref destination[Border]);

        var expected = Poisoned<T>(lanes * features);
        for (int example = 0; example < lanes; example++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                expected[Border + example * features + feature] = value(feature * lanes + example);
            }
        }
        Assert.Equal(expected, destination);
    }

    private static void ChecksPackColumns<T>(Pack<T> pack, int rows, int columns, Func<int, T> value)
        where T : unmanaged
    {
        int sourceStride = columns + 3, destinationStride = rows + 5;
        var (source, destination) = Buffers(rows * sourceStride, columns * destinationStride, value);

        pack(ref source[Border], sourceStride, rows, columns, ref destination[Border], destinationStride);

        var expected = Poisoned<T>(columns * destinationStride);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                expected[Border + column * destinationStride + row] = value(row * sourceStride + column);
            }
        }
        Assert.Equal(expected, destination);
    }

    private static void ChecksCopyRows<T>(Pack<T> copy, int rows, int columns, int padding, Func<int, T> value)
        where T : unmanaged
    {
        int sourceStride = columns + 2, destinationStride = columns + padding;
        var (source, destination) = Buffers(rows * sourceStride, rows * destinationStride, value);

        copy(ref source[Border], sourceStride, rows, columns, ref destination[Border], destinationStride);

        var expected = Poisoned<T>(rows * destinationStride);
        expected.AsSpan(Border, rows * destinationStride).Clear();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                expected[Border + row * destinationStride + column] = value(row * sourceStride + column);
            }
        }
        Assert.Equal(expected, destination);
    }

    private const int Border = 64;

    private static (T[] Source, T[] Destination) Buffers<T>(int sourceLength, int destinationLength, Func<int, T> value)
        where T : unmanaged
    {
        var source = Poisoned<T>(sourceLength);
        for (int i = 0; i < sourceLength; i++)
        {
            source[Border + i] = value(i);
        }

        return (source, Poisoned<T>(destinationLength));
    }

    // All bits set is a NaN, which no test writes: a value from outside the source, or a write outside the destination, shows.
    private static T[] Poisoned<T>(int length)
        where T : unmanaged
    {
        var buffer = new T[length + 2 * Border];
        MemoryMarshal.AsBytes(buffer.AsSpan()).Fill(0xFF);
        return buffer;
    }
}
