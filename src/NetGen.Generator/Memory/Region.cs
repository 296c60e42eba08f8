namespace NetGen.Generator.Memory;

/// <summary>Memory that a layer asks for beside the room for its results.</summary>
/// <param name="Name">What its constant is called.</param>
/// <param name="Length">The elements an example.</param>
internal sealed record Region(string Name, int Length);
