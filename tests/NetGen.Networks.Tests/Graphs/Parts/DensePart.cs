using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>A dense layer: W x + b, or W x.</summary>
internal sealed record DensePart(ImmutableArray<int> Sources, int Inputs, int Length, bool HasBias) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override int ParameterCount => Length * Inputs + (HasBias ? Length : 0);

    /// <inheritdoc/>
    public override long Multiplications => (long)Length * Inputs;

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"{sources[0]}.Dense({Length}{(HasBias ? "" : ", bias: false")})";

    /// <inheritdoc/>
    public override void Draw(Random random, Span<double> parameters)
    {
        double scale = (0.5 + random.NextDouble()) / Math.Sqrt(Inputs);
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Normal(random) * (i < Length * Inputs ? scale : 0.3);
        }
    }

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        (double[] x, double[] xTerms, double[] w) = (values.Input.Values, values.Input.Terms, values.Parameters);
        var sums = new Sums(values.Examples * Length);
        for (int i = 0; i < values.Examples; i++)
        {
            for (int j = 0; j < Length; j++)
            {
                for (int k = 0; k < Inputs; k++)
                {
                    double weight = w[j * Inputs + k];
                    sums.Add(i * Length + j, weight * x[i * Inputs + k], weight * xTerms[i * Inputs + k]);
                }

                if (HasBias)
                {
                    sums.Add(i * Length + j, w[Length * Inputs + j], 0);
                }
            }
        }

        return sums.ToMeasured();
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
        (double[] x, double[] xTerms, double[] w) = (values.Input.Values, values.Input.Terms, values.Parameters);
        for (int i = 0; i < values.Examples; i++)
        {
            for (int j = 0; j < Length; j++)
            {
                (double d, double dTerms) = (values.OutputGradient.Values[i * Length + j], values.OutputGradient.Terms[i * Length + j]);
                for (int k = 0; k < Inputs; k++)
                {
                    (int at, int weight) = (i * Inputs + k, j * Inputs + k);
                    values.ParameterGradients.Add(weight, d * x[at], Math.Abs(d * x[at]), Square(dTerms * x[at]) + Square(d * xTerms[at]));
                    values.InputGradients[0].Add(at, d * w[weight], dTerms * w[weight]);
                }

                if (HasBias)
                {
                    values.ParameterGradients.Add(Length * Inputs + j, d, dTerms);
                }
            }
        }
    }
}
