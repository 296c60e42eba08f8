using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Growth;

/// <summary>Steps that differ in one size.</summary>
/// <param name="Name">What grows: width, depth or batch.</param>
/// <param name="Caption">What stays.</param>
/// <param name="Steps">The sizes and their steps, smallest first.</param>
internal sealed record GrowthSeries(string Name, string Caption, IReadOnlyList<GrowthStep> Steps)
{
    private const int Batch = 128;

    /// <summary>Width from 16 to 4096, depth from 1 to 64, batch from 1 to 8192.</summary>
    public static IReadOnlyList<GrowthSeries> All { get; } =
    [
        new("width", $"batch {Batch}, layers width-width-width-10",
        [
            new(16, TrainingShape.Of<Width16Net>(Batch)),
            new(32, TrainingShape.Of<Width32Net>(Batch)),
            new(64, TrainingShape.Of<Width64Net>(Batch)),
            new(128, TrainingShape.Of<Width128Net>(Batch)),
            new(256, TrainingShape.Of<Width256Net>(Batch)),
            new(512, TrainingShape.Of<Width512Net>(Batch)),
            new(1024, TrainingShape.Of<Width1024Net>(Batch)),
            new(2048, TrainingShape.Of<Width2048Net>(Batch)),
            new(4096, TrainingShape.Of<Width4096Net>(Batch)),
        ]),
        new("depth", $"batch {Batch}, layers of 128 units, the last of 10",
        [
            new(1, TrainingShape.Of<Depth1Net>(Batch)),
            new(2, TrainingShape.Of<Depth2Net>(Batch)),
            new(4, TrainingShape.Of<Depth4Net>(Batch)),
            new(8, TrainingShape.Of<Depth8Net>(Batch)),
            new(16, TrainingShape.Of<Depth16Net>(Batch)),
            new(32, TrainingShape.Of<Depth32Net>(Batch)),
            new(64, TrainingShape.Of<Depth64Net>(Batch)),
        ]),
        new("batch", "layers 784-128-10", [.. Enumerable.Range(0, 14).Select(power => new GrowthStep(1 << power, TrainingShape.Of<DigitNet>(1 << power)))]),
    ];
}
