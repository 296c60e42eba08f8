namespace NetGen.Generator.Model;

/// <summary>
/// A declaration with everything inferred filled in: all that planning and emission need to know. <paramref name="HasModelError"/> says that what was declared cannot
/// be trained as it stands (softmax in a hidden layer, a loss that does not fit the output): an analyzer reports that, and the activations and the loss here are then
/// those of the nearest valid network, so that the surface can still be emitted and the one message that matters is not buried under missing members.
/// </summary>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<LayerSpec> Layers,
    Loss Loss,
    Initializer Initializer,
    ElementType Element,
    EquatableArray<DeclaredParameters> Declared,
    bool HasModelError);
