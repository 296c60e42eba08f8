namespace NetGen.Benchmarks.Peers.OpenBlas;

/// <summary>CBLAS_TRANSPOSE.</summary>
internal enum Transposed
{
    /// <summary>CblasNoTrans.</summary>
    No = 111,

    /// <summary>CblasTrans.</summary>
    Yes = 112,
}
