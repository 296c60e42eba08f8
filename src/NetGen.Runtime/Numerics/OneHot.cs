using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Labels that are whole numbers as the rows of labels that cross-entropy takes, in memory of the calling thread.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OneHot<T>
    where T : unmanaged, INumberBase<T>
{
    [ThreadStatic]
    private static T[]? rows;

    /// <summary>
    /// A row for each class number: 1 at the class, 0 elsewhere. As many numbers as labels are rows already. The next call on the same thread reuses the memory.
    /// </summary>
    /// <param name="classes">The class numbers (m) or rows (m, count), checked before.</param>
    /// <param name="examples">The number of examples, m.</param>
    /// <param name="count">The number of classes: the length of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<T> Rows(ReadOnlySpan<int> classes, int examples, int count)
    {
        int length = checked(examples * count);
        if (rows is null || rows.Length < length)
            rows = new T[length];
        Span<T> labels = rows.AsSpan(0, length);
        if (classes.Length == length)
        {
            for (int i = 0; i < classes.Length; i++)
                labels[i] = T.CreateTruncating(classes[i]);
            return labels;
        }

        labels.Clear();
        for (int example = 0; example < classes.Length; example++)
            labels[(example * count) + classes[example]] = T.One;
        return labels;
    }
}
