using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Class indices as the rows of labels that cross-entropy takes, in memory of the calling thread.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OneHot<T>
    where T : unmanaged, INumberBase<T>
{
    [ThreadStatic]
    private static T[]? rows;

    /// <summary>A row for each class index: 1 at the index, 0 elsewhere. The next call on the same thread reuses its memory.</summary>
    /// <param name="classes">The class indices, checked before.</param>
    /// <param name="count">The number of classes: the length of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ReadOnlySpan<T> Rows(ReadOnlySpan<int> classes, int count)
    {
        int length = checked(classes.Length * count);
        if (rows is null || rows.Length < length)
            rows = new T[length];
        Span<T> labels = rows.AsSpan(0, length);
        labels.Clear();
        for (int example = 0; example < classes.Length; example++)
            labels[(example * count) + classes[example]] = T.One;
        return labels;
    }
}
