namespace NetGen;

/// <summary>
/// States that a value holds whole examples of a given size, one after the other: its length is a multiple of that size.
/// The members of a generated network carry it, and the compiler checks what is passed to them.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue, Inherited = true)]
public sealed class ExamplesAttribute : Attribute
{
    /// <summary>States the size of one example.</summary>
    /// <param name="size">The number of values of one example.</param>
    public ExamplesAttribute(int size) => Size = size;

    /// <summary>The number of values of one example.</summary>
    public int Size { get; }
}
