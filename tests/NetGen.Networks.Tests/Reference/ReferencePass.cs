namespace NetGen.Networks.Tests.Reference;

/// <summary>What one pass over a batch of m examples computes. Layer l is at index l - 1; matrices are (m, n[l]), row by row.</summary>
internal sealed class ReferencePass
{
    /// <summary>The inputs, A[0].</summary>
    public required double[] X { get; init; }

    /// <summary>The number of examples, m.</summary>
    public required int Examples { get; init; }

    /// <summary>Z of every layer.</summary>
    public required Measured[] Z { get; init; }

    /// <summary>A of every layer.</summary>
    public required Measured[] A { get; init; }

    /// <summary>The outputs, A[L].</summary>
    public Measured Output => A[^1];

    /// <summary>A[l-1], what the layer of this index reads; the inputs are taken as exact.</summary>
    public (double[] Values, double[]? Terms) InputsOf(int layer) => layer == 0 ? (X, null) : (A[layer - 1].Values, A[layer - 1].Terms);
}
