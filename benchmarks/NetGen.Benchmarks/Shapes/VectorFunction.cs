using System.Numerics.Tensors;
using NetGen.Benchmarks.Measurement;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Shapes;

/// <summary>A function of every element of an array, by this library and by System.Numerics.Tensors.</summary>
internal sealed class VectorFunction
{
    /// <summary>The elements of the array: it and the results stay in the first-level cache.</summary>
    public const int Elements = 2048;

    private readonly Map netGen;
    private readonly Map tensors;

    private VectorFunction(string name, Map netGen, Map tensors)
    {
        Name = name;
        this.netGen = netGen;
        this.tensors = tensors;
    }

    private delegate void Map(ReadOnlySpan<float> x, Span<float> destination);

    /// <summary>The functions whose figures are published.</summary>
    public static IReadOnlyList<VectorFunction> All { get; } =
    [
        new("exp", VectorMath.Exp, TensorPrimitives.Exp),
        new("tanh", VectorMath.Tanh, TensorPrimitives.Tanh),
    ];

    /// <summary>exp, tanh.</summary>
    public string Name { get; }

    /// <summary>This library's.</summary>
    public IMeasured CreateNetGen() => new Subject("NetGen", netGen);

    /// <summary>That of System.Numerics.Tensors.</summary>
    public IMeasured CreateTensors() => new Subject("System.Numerics.Tensors", tensors);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private sealed class Subject : IMeasured
    {
        private readonly Map map;
        private readonly ParameterBlock<float> x = new(Elements);
        private readonly ParameterBlock<float> result = new(Elements);

        public Subject(string name, Map map)
        {
            Name = name;
            this.map = map;
            var random = new RandomSource(1);
            foreach (ref float value in x.Span)
            {
                value = (float)random.NextNormal();
            }
        }

        public string Name { get; }

        public void Reset()
        {
        }

        public void Run(int repetitions)
        {
            for (int i = 0; i < repetitions; i++)
            {
                map(x.Span, result.Span);
            }
        }
    }
}
