namespace NetGen.Generator.Model;

/// <summary>
/// A declaration with everything inferred filled in: all that planning and emission need to know. What was declared wrong (softmax in a hidden layer, a loss
/// that does not fit the output) was reported and replaced by the nearest that can be trained, so that the surface can still be emitted and the one message
/// that matters is not buried under missing members. <paramref name="Described"/> is the method that describes it; null where attributes declare it.
/// </summary>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<LayerSpec> Layers,
    LossSpec Loss,
    Initializer Initializer,
    ElementType Element,
    EquatableArray<DeclaredParameters> Declared,
    string? Described = null)
{
    /// <summary>The inputs of a network that a method describes, in the order of their columns.</summary>
    public EquatableArray<InputSpec> Inputs { get; init; }

    /// <summary>Whether each example is of one class, which an index can say in place of a row of labels.</summary>
    public bool TakesClasses => Loss.IsOfClasses(this.OutputSize());
}
