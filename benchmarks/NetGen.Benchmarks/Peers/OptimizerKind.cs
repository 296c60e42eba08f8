namespace NetGen.Benchmarks.Peers;

/// <summary>The optimizer of a measured step.</summary>
internal enum OptimizerKind
{
    /// <summary>Plain gradient descent.</summary>
    Sgd,

    /// <summary>Momentum.</summary>
    Momentum,

    /// <summary>Adam.</summary>
    Adam,
}
