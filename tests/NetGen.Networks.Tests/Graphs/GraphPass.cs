using NetGen.Networks.Tests.Graphs.Parts;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs;

/// <summary>Everything that a forward pass of the reference computes.</summary>
/// <param name="Values">What each part computed with, and what came of it.</param>
/// <param name="Examples">The number of examples, m.</param>
internal sealed record GraphPass(PartValues[] Values, int Examples)
{
    /// <summary>The outputs.</summary>
    public Measured Output => Values[^1].Output;
}
