using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>The softmax at the end, whose gradient the loss gives with respect to what comes in.</summary>
internal sealed record SoftmaxPart(ImmutableArray<int> Sources, int Length) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"{sources[0]}.Softmax()";

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        Measured z = values.Input;
        var a = new Measured(z.Count);
        for (int start = 0; start < z.Count; start += Length)
        {
            double largest = z.Values[start], sum = 0, carriedByAll = 0;
            for (int i = start; i < start + Length; i++)
            {
                largest = Math.Max(largest, z.Values[i]);
            }

            for (int i = start; i < start + Length; i++)
            {
                a.Values[i] = Math.Exp(z.Values[i] - largest);
                sum += a.Values[i];
            }

            for (int i = start; i < start + Length; i++)
            {
                a.Values[i] /= sum;
                carriedByAll += Square(a.Values[i] * z.Terms[i]);
            }

            for (int i = start; i < start + Length; i++)
            {
                a.Set(i, a.Values[i], a.Values[i], Square(a.Values[i]) * (carriedByAll + Square((1 - a.Values[i]) * z.Terms[i])));
            }
        }

        return a;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values) => throw new InvalidOperationException("The loss gives the gradient before a softmax.");
}
