namespace NetGen;

/// <summary>What a <see cref="Dataset{T}"/> does with features and labels that are not finite: NaN and the infinities.</summary>
public enum NonFinite
{
    /// <summary>Refuses them, and says where the first one is: one of them makes every cost and, after one step, every weight NaN.</summary>
    Refuse = 0,

    /// <summary>
    /// Keeps them. Such a set can be predicted and evaluated, where an example whose outputs are NaN never counts as right; <c>Fit</c> stops in the first epoch
    /// whose cost it computes. Labels that are not finite are refused wherever a cost is computed.
    /// </summary>
    Keep = 1,
}
