using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>Something that a value reaches and that says which shape the value must have.</summary>
/// <param name="Kind">Which rule speaks when the shape is another.</param>
/// <param name="Required">The shape that the value must have.</param>
/// <param name="Name">The parameter or the member, as messages name it.</param>
/// <param name="Network">The network whose member it is.</param>
/// <param name="Parameter">The parameter that decides the shape.</param>
internal sealed record ShapeTarget(TargetKind Kind, Shape Required, string Name, NetworkFacts? Network = null, NetworkParameter? Parameter = null)
{
    /// <summary>The method whose parameter this is.</summary>
    public IMethodSymbol? Method { get; init; }
}

/// <summary>The kinds of things that values reach.</summary>
internal enum TargetKind
{
    /// <summary>The examples x of a network.</summary>
    Inputs,

    /// <summary>The labels y of a network.</summary>
    Labels,

    /// <summary>The labels of a network as class indices, one an example.</summary>
    Classes,

    /// <summary>The span that receives a network's outputs.</summary>
    Output,

    /// <summary>The span that receives the gradient of every parameter.</summary>
    Gradients,

    /// <summary>All parameters of a network at once.</summary>
    Parameters,

    /// <summary>One parameter of a layer, through the emitted view.</summary>
    Parameter,

    /// <summary>A member that the user marked as the weights of a layer.</summary>
    DeclaredWeights,

    /// <summary>A member that the user marked as the bias of a layer.</summary>
    DeclaredBias,

    /// <summary>Anything marked with a shape.</summary>
    MarkedShape,

    /// <summary>Anything marked as whole examples.</summary>
    MarkedExamples,
}
