namespace NetGen.Generator.Step.Phases;

/// <summary>What examples are taken through one after the other within a phase.</summary>
internal enum Pass
{
    /// <summary>A of the hidden layers, Z of the last.</summary>
    Forward,

    /// <summary>dZ of the last layer, and the losses.</summary>
    Output,

    /// <summary>dZ of the layers below the last.</summary>
    Backward,
}
