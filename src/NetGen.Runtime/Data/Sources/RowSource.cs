using System.Numerics;

namespace NetGen;

/// <summary>Rows of features that lie in no memory of their own, but are made where they are asked for. Safe for several threads at once.</summary>
internal abstract class RowSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Makes a row.</summary>
    /// <param name="row">Its number in the source.</param>
    /// <param name="destination">Receives its values; exactly as long.</param>
    public abstract void Copy(int row, Span<T> destination);
}
