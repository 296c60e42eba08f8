namespace NetGen;

/// <summary>
/// States the shape of a value: <c>[Shape(7, 20)]</c> a matrix of 7 rows and 20 columns (or the 140 values of one, row by row), <c>[Shape(7)]</c> 7 values.
/// The compiler checks what is passed to, assigned to or returned as it.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = true)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>A list of values.</summary>
    /// <param name="length">The number of values.</param>
    public ShapeAttribute(int length) => Dimensions = [length];

    /// <summary>A matrix.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public ShapeAttribute(int rows, int columns) => Dimensions = [rows, columns];

    /// <summary>The length, or the rows and the columns.</summary>
    public int[] Dimensions { get; }
}
