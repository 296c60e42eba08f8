using System.ComponentModel;
using System.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// Labels that are whole numbers as the rows of labels that cross-entropy takes, in memory of the calling thread, which has it back when this is disposed of.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct OneHot<T>
    where T : unmanaged, INumberBase<T>
{
    [ThreadStatic]
    private static ScratchSlot<T> slot;

    private readonly T[] block;
    private readonly int length;

    /// <summary>Makes a row for each class index: 1 at the class, 0 elsewhere. As many numbers as labels are rows already.</summary>
    /// <param name="classes">The class indices (m) or rows (m, count), checked before.</param>
    /// <param name="examples">The number of examples, m.</param>
    /// <param name="count">The number of classes: the length of a row.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <exception cref="ArgumentException">No array holds the rows.</exception>
    /// <exception cref="InsufficientMemoryException">There is not so much memory.</exception>
    public OneHot(ReadOnlySpan<int> classes, int examples, int count, string network)
    {
        block = slot.Take((long)examples * count, network, examples);
        length = examples * count;
        Span<T> labels = block.AsSpan(0, length);
        if (classes.Length == length)
        {
            for (int i = 0; i < classes.Length; i++)
            {
                labels[i] = T.CreateTruncating(classes[i]);
            }

            return;
        }

        labels.Clear();
        for (int example = 0; example < classes.Length; example++)
        {
            labels[(example * count) + classes[example]] = T.One;
        }
    }

    /// <summary>The rows, (m, count).</summary>
    public ReadOnlySpan<T> Rows => block.AsSpan(0, length);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => slot.PutBack(block);
}
