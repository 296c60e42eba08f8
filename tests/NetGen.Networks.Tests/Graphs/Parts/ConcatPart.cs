using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Parts one after the other.</summary>
internal sealed record ConcatPart(ImmutableArray<int> Sources, int Length) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => $"Node.Concat({string.Join(", ", sources)})";

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var output = new Measured(values.Examples * Length);
        ForEach(values, (source, from, to) =>
        {
            output.Values[to] = values.Inputs[source].Values[from];
            output.Terms[to] = values.Inputs[source].Terms[from];
        });
        return output;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values) => ForEach(
        values,
        (source, from, to) => values.InputGradients[source].Add(from, values.OutputGradient.Values[to], values.OutputGradient.Terms[to]));

    private void ForEach(PartValues values, Action<int, int, int> action)
    {
        int before = 0;
        for (int source = 0; source < values.Inputs.Length; source++)
        {
            int length = values.Inputs[source].Count / values.Examples;
            for (int i = 0; i < values.Inputs[source].Count; i++)
            {
                action(source, i, i / length * Length + before + i % length);
            }

            before += length;
        }
    }
}
