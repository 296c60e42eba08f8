using System.Collections.Generic;

namespace NetGen.Generator.Memory;

/// <summary>What a layer asks of memory beside the room for its results.</summary>
/// <param name="TilesDeltas">
/// Whether its gradient takes dZ from a copy in tiles of units: when the rows of dZ lie on different pages, which a walk over the examples would touch for a
/// few elements each.
/// </param>
/// <param name="CopiesPanels">
/// Whether its gradient takes its inputs a panel at a time from a copy: when their rows lie on different pages, of which a walk over the examples touches more
/// than the processor keeps the addresses of, and the copy serves many tiles of units.
/// </param>
/// <param name="Regions">What the kind has names of its own for.</param>
internal sealed record LayerNeeds(bool TilesDeltas, bool CopiesPanels, IReadOnlyList<Region> Regions)
{
    /// <summary>A layer that asks for regions only.</summary>
    public static LayerNeeds Of(params Region[] regions) => new(TilesDeltas: false, CopiesPanels: false, regions);
}
