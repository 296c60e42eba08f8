using System.Collections.Immutable;

namespace NetGen;

/// <summary>What the header of a file says that is mapped, whatever its format.</summary>
/// <param name="Format">How the numbers are stored.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Count">How many numbers there are.</param>
internal readonly record struct MappedHeader(ElementFormat Format, ImmutableArray<int> Shape, long Count);
