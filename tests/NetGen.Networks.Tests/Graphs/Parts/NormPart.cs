using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>What both normalizations share: gamma, beta, and the sets that are normalized.</summary>
internal abstract record NormPart(ImmutableArray<int> Sources, int Length, double Epsilon) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override void Draw(Random random, Span<double> parameters)
    {
        for (int i = 0; i < Length; i++)
        {
            parameters[i] = (0.5 + random.NextDouble()) * (random.Next(4) == 0 ? -1 : 1);
            parameters[Length + i] = Normal(random) * 0.3;
        }
    }

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var output = new Measured(values.Input.Count);
        foreach (NormalizedSet set in Sets(values))
        {
            foreach (int i in set.Places)
            {
                (double gamma, double beta) = (values.Parameters[i % Length], values.Parameters[Length + i % Length]);
                (double value, double terms) = set.Normalized(values.Input, i, Epsilon);
                output.Set(i, gamma * value + beta, Math.Abs(gamma * value) + Math.Abs(beta), Square(gamma * terms));
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
        Measured dy = values.OutputGradient;
        foreach (NormalizedSet set in Sets(values))
        {
            foreach (int i in set.Places)
            {
                (double value, double terms) = set.Normalized(values.Input, i, Epsilon);
                double product = dy.Values[i] * value;
                values.ParameterGradients.Add(i % Length, product, Math.Abs(product), Square(dy.Terms[i] * value) + Square(dy.Values[i] * terms));
                values.ParameterGradients.Add(Length + i % Length, dy.Values[i], dy.Terms[i]);
            }

            set.Backward(
                values.Input,
                i => (dy.Values[i] * values.Parameters[i % Length], dy.Terms[i] * Math.Abs(values.Parameters[i % Length])),
                Epsilon,
                IsOwn(values),
                values.InputGradients[0]);
        }
    }

    /// <summary>The sets with their statistics.</summary>
    protected abstract IEnumerable<NormalizedSet> Sets(PartValues values);

    /// <summary>Whether the statistics are those of the sets.</summary>
    protected abstract bool IsOwn(PartValues values);
}
