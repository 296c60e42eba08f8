using System.Numerics;

namespace NetGen;

/// <summary>The rows of a file.</summary>
/// <param name="array">The file.</param>
internal sealed class MappedRows<T>(MappedArray array) : RowSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Copy(int row, Span<T> destination) => array.CopyRows(row, destination);
}
