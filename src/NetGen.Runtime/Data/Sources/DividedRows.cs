using System.Numerics;

namespace NetGen;

/// <summary>Rows whose values are divided by a constant.</summary>
/// <param name="rows">The rows.</param>
/// <param name="divisor">The constant.</param>
internal sealed class DividedRows<T>(RowSource<T> rows, T divisor) : RowSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Copy(int row, Span<T> destination)
    {
        rows.Copy(row, destination);
        Dataset<T>.Divide(destination, divisor, destination);
    }
}
