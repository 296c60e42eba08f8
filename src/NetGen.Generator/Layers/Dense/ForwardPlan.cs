using NetGen.Generator.Model;
using NetGen.Generator.Products;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The product of the forward pass, A[l-1] W[l]^T + b[l], and what its tiles end with. Equal plans share one kernel.</summary>
/// <param name="Outer">The product in outer tiles, or null.</param>
/// <param name="Dot">The product in dot tiles, or null.</param>
/// <param name="Activation">The activation that is applied before a tile leaves the registers; linear where it runs as a pass of its own.</param>
internal sealed record ForwardPlan(OuterPlan? Outer, DotPlan? Dot, ActivationSpec Activation)
{
    /// <summary>The tiles.</summary>
    public TilePlan Tile => Outer?.Tile ?? Dot!.Tile;

    /// <summary>Whether the tiles read a packed copy of the weights.</summary>
    public bool IsPacked => Outer is { IsPacked: true };
}
