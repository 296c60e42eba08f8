using NetGen.Generator.Text;

namespace NetGen.Generator.Layers;

/// <summary>How emitted code reads a class index. That it is one was checked before, unless there is a class for what is none.</summary>
internal static class CategoryText
{
    /// <summary>The index as an int, an expression.</summary>
    public static string Of(string value, int categories, int? unknown) =>
        unknown is { } other ? $"CategoryIndex.Of({value}, {VectorText.Number(categories)}, {VectorText.Number(other)})" : $"(int){value}";
}
