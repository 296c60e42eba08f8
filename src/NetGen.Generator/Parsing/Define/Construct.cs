namespace NetGen.Generator.Parsing.Define;

/// <summary>Something that Define cannot say.</summary>
/// <param name="Name">What it is, in the user's words.</param>
/// <param name="Instead">What to write instead.</param>
internal readonly record struct Construct(string Name, string Instead);
