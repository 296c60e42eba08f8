using System.Collections.Immutable;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>The row of a table that belongs to a class, or the one-hot row of it.</summary>
internal sealed record EmbedPart(ImmutableArray<int> Sources, InputPart Classes, int Length, bool IsOneHot) : GraphPart(Sources, Length)
{
    /// <inheritdoc/>
    public override int ParameterCount => IsOneHot ? 0 : Classes.Categories * Length;

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) => IsOneHot ? $"{sources[0]}.OneHot()" : $"{sources[0]}.Embed({Length})";

    /// <inheritdoc/>
    public override void Draw(Random random, Span<double> parameters)
    {
        foreach (ref double value in parameters)
        {
            value = Normal(random);
        }
    }

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        var output = new Measured(values.Examples * Length);
        for (int i = 0; i < output.Count; i++)
        {
            int row = RowOf(values.Input.Values[i / Length]);
            output.Values[i] = IsOneHot ? (row == i % Length ? 1 : 0) : values.Parameters[row * Length + i % Length];
        }

        return output;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
        for (int i = 0; i < values.OutputGradient.Count && !IsOneHot; i++)
        {
            int at = RowOf(values.Input.Values[i / Length]) * Length + i % Length;
            values.ParameterGradients.Add(at, values.OutputGradient.Values[i], values.OutputGradient.Terms[i]);
        }
    }

    private int RowOf(double value)
    {
        for (int row = 0; row < Classes.Categories; row++)
        {
            if (row == value)
            {
                return row;
            }
        }

        return Classes.Unknown ?? throw new InvalidOperationException($"{value} is no class.");
    }
}
