namespace NetGen;

/// <summary>The type of a network's parameters and of everything that it computes.</summary>
public enum ElementType
{
    /// <summary>Single precision. The default.</summary>
    Float = 0,

    /// <summary>Double precision.</summary>
    Double = 1,
}
