namespace NetGen.Generator.Layers;

/// <summary>What an argument of a call refers to.</summary>
internal enum ArgumentKind
{
    /// <summary>A piece of text, the same in every call.</summary>
    Text,

    /// <summary>An array in scratch: it starts at its constant times the number of examples that scratch has room for.</summary>
    Scratch,

    /// <summary>A copy of weights in the packed memory.</summary>
    Packed,

    /// <summary>A parameter, by reference.</summary>
    Parameter,

    /// <summary>A parameter, by its index.</summary>
    ParameterIndex,

    /// <summary>The results of a layer in the prediction of one example.</summary>
    Result,
}

/// <summary>An argument of a call that a layer's pass consists of.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Name">The name of the array; or the text.</param>
/// <param name="Layer">The layer that the array belongs to; negative for the network's own.</param>
/// <param name="Offset">Where it starts.</param>
internal sealed record Argument(ArgumentKind Kind, string Name, int Layer, long Offset)
{
    /// <summary>A piece of text, the same in every call.</summary>
    public static Argument Text(string text) => new(ArgumentKind.Text, text, -1, 0);
}
