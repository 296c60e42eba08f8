using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>(x - mean) * scale, of an input.</summary>
internal sealed record StandardizePart(ImmutableArray<int> Sources, int Length) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override int ParameterCount => 2 * Length;

    /// <inheritdoc/>
    public override IEnumerable<int> Trained => [];

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"{sources[0]}.Standardize()";

    /// <inheritdoc/>
    public override void Draw(Random random, Span<double> parameters)
    {
        for (int i = 0; i < Length; i++)
        {
            parameters[i] = Normal(random);
            parameters[Length + i] = 0.5 + random.NextDouble();
        }
    }

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var output = new Measured(values.Input.Count);
        for (int i = 0; i < output.Count; i++)
        {
            (double x, double mean, double scale) = (values.Input.Values[i], values.Parameters[i % Length], values.Parameters[Length + i % Length]);
            output.Set(i, (x - mean) * scale, (Math.Abs(x) + Math.Abs(mean)) * scale, 0);
        }

        return output;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
    }
}
