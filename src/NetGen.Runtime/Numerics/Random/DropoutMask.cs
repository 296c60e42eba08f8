using System.ComponentModel;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// Which units dropout keeps. A random word belongs to each unit of each example in each layer and step; it is computed where it is needed, so the forward and
/// the backward pass need no memory to agree, and neither threads nor slices change what is dropped.
/// </summary>
/// <remarks>
/// <para>The word of a unit is one of the four words of Philox4x32-10 with</para>
/// <list type="table">
/// <item><term>key</term><description>the seed: its low half, its high half;</description></item>
/// <item><term>counter, word 0</term><description>unit / 32 * 8 + unit % 16 / 2: 32 units share 8 counters;</description></item>
/// <item><term>counter, word 1</term><description>the example;</description></item>
/// <item><term>counter, word 2</term><description>the layer in the low half, bits 32 to 47 of the step in the high half;</description></item>
/// <item><term>counter, word 3</term><description>bits 0 to 31 of the step.</description></item>
/// </list>
/// <para>
/// Of the four, it is word 2 * (unit / 16 % 2) + 1 - unit % 2: sixteen units in a row are the words 1 and 0 of eight counters in a row, the next sixteen the
/// words 3 and 2 of the same counters. That is how the products of the last round lie in the lanes of a vector, so vectors need not be put in order.
/// </para>
/// <para>
/// Nothing is folded: two words are the same word of the same counter under the same key only where seed, step, layer, example and unit are the same, for steps
/// below 2^48, layers below 2^16 and examples below 2^32. Of larger numbers the bits above these do not count.
/// </para>
/// <para>For emitted code. Nothing is checked but the rate.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DropoutMask
{
    /// <summary>The threshold of a rate, checked: as good as that share of all words lies below it.</summary>
    /// <param name="rate">The share of units that are dropped; 0 or more, below 1.</param>
    /// <returns>The word from which on a unit is kept.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, 1 or more, or NaN.</exception>
    internal static uint Threshold(double rate) =>
        rate is >= 0 and < 1
            ? DropoutFacts.Threshold(rate)
            : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate of dropout lies between 0 and 1; 1 itself would drop every unit.");

    /// <summary>Whether a unit is kept: whether its word is not below the threshold.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="step">The step of the training, below 2^48.</param>
    /// <param name="layer">The layer, below 2^16.</param>
    /// <param name="example">The example within the batch, below 2^32.</param>
    /// <param name="unit">The unit within the layer.</param>
    /// <param name="threshold">What <see cref="Threshold"/> gives for the rate.</param>
    /// <returns>True where the unit is kept.</returns>
    internal static bool Keeps(ulong seed, long step, int layer, long example, int unit, uint threshold) => Word(seed, step, layer, example, unit) >= threshold;

    /// <summary>The random word of a unit.</summary>
    internal static uint Word(ulong seed, long step, int layer, long example, int unit)
    {
        (uint x0, uint x1, uint x2, uint x3) = Philox.Block(Counter(step, layer, example, unit), ((uint)seed, (uint)(seed >> 32)));
        return WordIndex(unit) switch
        {
            0 => x0,
            1 => x1,
            2 => x2,
            _ => x3,
        };
    }

    /// <summary>The counter that the word of a unit comes from.</summary>
    internal static (uint C0, uint C1, uint C2, uint C3) Counter(long step, int layer, long example, int unit) =>
        unchecked(((uint)((unit / 32 * 8) + (unit % 16 / 2)), (uint)example, (ushort)layer | ((uint)(step >> 32) << 16), (uint)step));

    /// <summary>Which of the four words of its counter belongs to a unit.</summary>
    internal static int WordIndex(int unit) => (2 * (unit / 16 % 2)) + 1 - (unit % 2);
}
