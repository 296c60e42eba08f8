using System.Collections.Generic;

namespace NetGen.Generator.Step.Phases;

/// <summary>The kinds of passes.</summary>
internal enum PassKind
{
    /// <summary>A of hidden layers, Z of the last.</summary>
    Forward,

    /// <summary>dZ of the last layer, and the losses.</summary>
    Output,

    /// <summary>dZ of the layers below the last.</summary>
    Backward,
}

/// <summary>What examples are taken through one after the other within a phase; a method of its own.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Parts">What it calls; parts that stand together are repeated together.</param>
internal sealed record Pass(PassKind Kind, string Method, IReadOnlyList<IReadOnlyList<LayerPart>> Parts);
