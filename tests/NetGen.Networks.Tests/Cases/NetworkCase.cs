using System.Numerics;

namespace NetGen.Networks.Tests.Cases;

/// <summary>A network, a batch and the seed of its numbers: all that a random test varies.</summary>
/// <param name="Network">The declaration.</param>
/// <param name="Examples">The number of examples, m.</param>
/// <param name="Seed">Draws the parameters and the data.</param>
internal sealed record NetworkCase(Declaration Network, int Examples, int Seed)
{
    /// <summary>The multiplications of one forward pass: what the naive reference has to work through.</summary>
    public long Multiplications => Examples * Enumerable.Range(1, Network.LayerCount).Sum(l => (long)Network.Sizes[l - 1] * Network.Sizes[l]);

    /// <summary>Draws the parameters and the data; for the margin, see <see cref="CaseData{T}.Draw"/>.</summary>
    public CaseData<T> Draw<T>(double kinkMargin)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => CaseData<T>.Draw(Network.Describe("Net"), Examples, Seed, kinkMargin);

    /// <inheritdoc/>
    public override string ToString() => $"{Network} with {Examples} examples, seed {Seed}";
}
