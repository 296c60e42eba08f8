namespace NetGen.Generator.Model.Graph;

/// <summary>An input: consecutive columns of an example.</summary>
/// <param name="Number">Its place, which is that of the parameter of Define.</param>
/// <param name="Offset">The first column.</param>
/// <param name="Columns">The number of columns: the length, and 1 for a class index.</param>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Categories">The number of classes, where the column holds a class index; null where the columns hold numbers.</param>
/// <param name="Unknown">The class that a number out of range counts as; null where such a number is refused.</param>
internal sealed record InputNode(int Number, int Offset, int Columns, string Name, int? Categories, int? Unknown)
    : GraphNode(Number, EquatableArray<int>.Empty, Columns, Name);
