namespace NetGen.Generator.Surface;

/// <summary>What a parameter of an emitted method stands for, where that says how many values it takes.</summary>
internal enum ArgumentRole
{
    /// <summary>Something else, such as a learning rate.</summary>
    None,

    /// <summary>The inputs of examples.</summary>
    Inputs,

    /// <summary>The labels of examples, a row each.</summary>
    Labels,

    /// <summary>The labels of examples as class indices.</summary>
    Classes,

    /// <summary>What receives the outputs of examples.</summary>
    Output,

    /// <summary>What receives the gradient of every parameter.</summary>
    Gradients,

    /// <summary>All parameters of the network.</summary>
    Parameters,

    /// <summary>A data set: examples with their labels.</summary>
    Data,
}
