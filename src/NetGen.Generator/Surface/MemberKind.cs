namespace NetGen.Generator.Surface;

/// <summary>What a member of the surface is.</summary>
internal enum MemberKind
{
    /// <summary>A constant.</summary>
    Constant,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A property that computes its value.</summary>
    Property,

    /// <summary>A property that implements one of INetwork, reachable only through it.</summary>
    ContractProperty,

    /// <summary>A method.</summary>
    Method,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>A nested class.</summary>
    Type,
}
