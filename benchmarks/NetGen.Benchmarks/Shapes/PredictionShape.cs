using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Shapes;

/// <summary>A prediction of one example to measure.</summary>
internal sealed class PredictionShape
{
    private readonly Func<IMeasured> create;

    private PredictionShape(string name, Func<IMeasured> create)
    {
        Name = name;
        this.create = create;
    }

    /// <summary>The predictions whose figures are published.</summary>
    public static IReadOnlyList<PredictionShape> All { get; } = [Of<SmallNet>(), Of<FourClassNet>(), Of<EightClassNet>(), Of<DigitNet>()];

    /// <summary>The sizes, such as 16-32-32-4.</summary>
    public string Name { get; }

    /// <summary>The generated code of this network.</summary>
    public IMeasured Create() => create();

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static PredictionShape Of<TNet>()
        where TNet : class, INetwork<TNet, float>, new() =>
        new(TrainingShape.SizesOf(TNet.Description), () => new NetGenPrediction<TNet>());
}
