namespace NetGen;

/// <summary>What the derivative of an activation is computed from.</summary>
internal enum DerivativeSource
{
    /// <summary>Nothing: it is 1.</summary>
    Nothing,

    /// <summary>A alone gives it.</summary>
    A,

    /// <summary>Z, so that what computes A must keep it.</summary>
    Z,

    /// <summary>A of the whole example: each output depends on each Z.</summary>
    Example,
}
