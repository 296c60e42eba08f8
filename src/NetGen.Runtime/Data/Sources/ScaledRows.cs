using System.Numerics;

namespace NetGen;

/// <summary>Rows that are scaled.</summary>
/// <param name="rows">The rows.</param>
/// <param name="scaling">What scales them.</param>
internal sealed class ScaledRows<T>(RowSource<T> rows, FeatureScaling<T> scaling) : RowSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Copy(int row, Span<T> destination)
    {
        rows.Copy(row, destination);
        scaling.Apply(destination, destination);
    }
}
