namespace NetGen.Generator.Parsing;

/// <summary>A place in a declaration, in terms that survive an edit elsewhere: no syntax, and no place counted from the start of the file.</summary>
/// <param name="Part">What kind of place.</param>
/// <param name="Index">Which of several, from 0: the container (0 is the innermost), the size, the attribute.</param>
/// <param name="Name">The name of the argument or the member.</param>
/// <param name="Start">Where it starts, counted from the start of the member.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct ProblemSite(SitePart Part, int Index = 0, string Name = "", int Start = 0, int Length = 0);

/// <summary>The places of a declaration that a problem can be about.</summary>
internal enum SitePart
{
    /// <summary>The identifier of the class, in the part that carries the attributes.</summary>
    TypeName,

    /// <summary>The identifier of a part of the class that is not partial.</summary>
    UnmodifiedPart,

    /// <summary>The identifier of a type around the class; in the part that is not partial, if there is one.</summary>
    Container,

    /// <summary>A Layers attribute.</summary>
    Layers,

    /// <summary>One size of the Layers attribute.</summary>
    Size,

    /// <summary>A Network attribute.</summary>
    Network,

    /// <summary>The value of a named argument of the attribute that declares the network.</summary>
    Argument,

    /// <summary>A Layer attribute.</summary>
    Layer,

    /// <summary>The number that a Layer attribute names.</summary>
    LayerNumber,

    /// <summary>The value of a named argument of a Layer attribute.</summary>
    LayerArgument,

    /// <summary>The identifier of a member of the class.</summary>
    Member,

    /// <summary>Some text of a member of the class.</summary>
    Text,
}
