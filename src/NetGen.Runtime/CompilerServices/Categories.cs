using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Class indices among inputs, where one class stands for whatever is none.</summary>
/// <remarks>For emitted code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Categories
{
    /// <summary>The class that a value is the index of.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">The number of classes.</param>
    /// <param name="unknown">The class of what is no whole number from 0 to below the number of classes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(double value, int count, int unknown) =>
        value >= 0 && value < count && double.IsInteger(value) ? (int)value : unknown;
}
