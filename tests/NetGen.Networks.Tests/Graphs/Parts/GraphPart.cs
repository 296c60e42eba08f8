using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>One call in the method that describes a network, or one of its inputs: how it is written, and its formulas in plain loops.</summary>
/// <param name="Sources">The numbers of the parts that it takes, all of them before it.</param>
/// <param name="Length">The number of values that it gives for an example.</param>
internal abstract record GraphPart(ImmutableArray<int> Sources, int Length)
{
    /// <summary>The number of its parameters and statistics.</summary>
    public virtual int ParameterCount => 0;

    /// <summary>Which of them are trained: all but statistics.</summary>
    public virtual IEnumerable<int> Trained => Enumerable.Range(0, ParameterCount);

    /// <summary>The multiplications of an example in the forward pass: what the plain loops have to work through.</summary>
    public virtual long Multiplications => Length;

    /// <summary>The part in C#.</summary>
    /// <param name="sources">The names of its sources.</param>
    public abstract string Call(ReadOnlySpan<string> sources);

    /// <summary>Draws the parameters.</summary>
    /// <param name="random">The numbers.</param>
    /// <param name="parameters">Receives them.</param>
    public virtual void Draw(Random random, Span<double> parameters)
    {
    }

    /// <summary>Computes what it gives.</summary>
    public abstract Measured Forward(PartValues values);

    /// <summary>Adds to the gradients of its sources and of its parameters.</summary>
    public abstract void Backward(PartValues values);

    /// <summary>The statistics after a step, in place of what the parameters have become.</summary>
    /// <param name="values">The forward pass.</param>
    /// <param name="set">Takes the index of a parameter, its new value, the sum of its absolute terms and the square of what they carry.</param>
    public virtual void MoveStatistics(PartValues values, Action<int, double, double, double> set)
    {
    }

    /// <summary>How far an example is from where a derivative jumps, relative to the terms that decide it.</summary>
    public virtual double DistanceToKink(PartValues values) => double.PositiveInfinity;

    /// <summary>x^2.</summary>
    protected static double Square(double x) => x * x;

    /// <summary>A number of the normal distribution.</summary>
    protected static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
