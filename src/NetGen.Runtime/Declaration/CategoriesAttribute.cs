namespace NetGen;

/// <summary>
/// States that an input of a network's <c>Define</c> is one column that holds a class index, 0 to the count less 1:
/// <c>[Categories(12)] Node month</c>. <see cref="Node.Embed"/> and <see cref="Node.OneHot"/> take it, and nothing else does, for class indices are no
/// quantities.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class CategoriesAttribute : Attribute
{
    /// <summary>States the number of classes.</summary>
    /// <param name="count">The number of classes, at least 1.</param>
    public CategoriesAttribute(int count) => Count = count;

    /// <summary>The number of classes.</summary>
    public int Count { get; }

    /// <summary>The class that a number out of range counts as, 0 to <see cref="Count"/> less 1. Default: none, and a number out of range is refused.</summary>
    public int Unknown { get; set; }
}
