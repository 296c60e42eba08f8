namespace NetGen.Generator.Model;

/// <summary>A valid declaration, with everything inferred filled in: all that planning and emission need to know.</summary>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<LayerSpec> Layers,
    Loss Loss,
    Initializer Initializer,
    ElementType Element,
    EquatableArray<DeclaredParameters> Declared);
