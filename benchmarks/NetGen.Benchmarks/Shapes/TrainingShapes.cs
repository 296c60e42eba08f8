using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Shapes;

/// <summary>The training steps whose figures are published.</summary>
internal static class TrainingShapes
{
    /// <summary>All of them, the headline network first.</summary>
    public static IReadOnlyList<TrainingShape> All { get; } =
    [
        TrainingShape.Of<CatNet>(209),
        TrainingShape.Of<FlowerNet>(400),
        TrainingShape.Of<SmallNet>(32),
        TrainingShape.Of<TwoClassNet>(200),
        TrainingShape.Of<DigitNet>(128),
        TrainingShape.Of<OddDigitNet>(800),
        TrainingShape.Of<WideDigitNet>(128),
        TrainingShape.Of<LargeNet>(256),
    ];

    /// <summary>The shape of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TrainingShape Named(string name) =>
        All.FirstOrDefault(shape => shape.Name == name)
        ?? throw new ArgumentException($"There is no shape {name}: the shapes are {string.Join(", ", All)}.", nameof(name));
}
