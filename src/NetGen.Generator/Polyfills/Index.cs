namespace System;

/// <summary>Lets the compiler emit list patterns and indices from the end for netstandard2.0, whose library does not have this type.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>An index from the start.</summary>
    public static implicit operator Index(int value) => new(value);

    /// <summary>Where this is in a sequence of a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
