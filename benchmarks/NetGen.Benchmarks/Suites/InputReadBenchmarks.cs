using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Shapes;
using NetGen.Numerics;

namespace NetGen.Benchmarks.Suites;

/// <summary>
/// Reading the inputs of a batch and adding them up: how long a kernel that takes them in this order waits for memory. The forward pass takes them row by row;
/// the gradient of the weights takes some columns of all rows, since the examples are what it sums over.
/// </summary>
public class InputReadBenchmarks
{
    private const int TileVectors = 2;
    private const int Lanes = 16;
    private ParameterBlock<float> inputs = null!;
    private int rows;
    private int columns;

    /// <summary>The batch of the cat network.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        TrainingShape shape = TrainingShapes.Named("209x12288-20-7-5-1");
        var problem = new TrainingProblem(shape);
        rows = shape.Batch;
        columns = problem.Network.InputSize;
        inputs = new ParameterBlock<float>(rows * columns);
        problem.X.CopyTo(inputs.Span);
    }

    /// <summary>Row by row.</summary>
    [Benchmark(Baseline = true)]
    public float Rows()
    {
        Vector512<float> sum0 = default, sum1 = default;
        for (nint i = 0; i < (nint)rows * columns; i += TileVectors * Lanes)
        {
            Add(i, ref sum0, ref sum1);
        }

        return Vector512.Sum(sum0 + sum1);
    }

    /// <summary>Two vectors of every row, then the next two, as the gradient tiles do.</summary>
    [Benchmark]
    public float Columns()
    {
        Vector512<float> sum0 = default, sum1 = default;
        for (nint column = 0; column < columns; column += TileVectors * Lanes)
        {
            for (nint row = 0; row < rows; row++)
            {
                Add(row * columns + column, ref sum0, ref sum1);
            }
        }

        return Vector512.Sum(sum0 + sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(nint index, ref Vector512<float> sum0, ref Vector512<float> sum1)
    {
        ref float place = ref Unsafe.Add(ref inputs.Reference, index);
        sum0 += Vector512.LoadUnsafe(ref place);
        sum1 += Vector512.LoadUnsafe(ref place, Lanes);
    }
}
