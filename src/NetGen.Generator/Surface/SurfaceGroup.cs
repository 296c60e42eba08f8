using System.Collections.Immutable;

namespace NetGen.Generator.Surface;

/// <summary>Members that are written one after the other.</summary>
/// <param name="Members">The members.</param>
/// <param name="IsForEachLayer">Whether all of them are written for each layer, with its number after their names.</param>
internal sealed record SurfaceGroup(ImmutableArray<SurfaceMember> Members, bool IsForEachLayer = false);
