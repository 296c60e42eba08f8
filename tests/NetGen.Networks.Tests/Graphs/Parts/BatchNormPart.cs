using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>Batch normalization: over the examples of a batch while training, with running statistics when predicting and where it is frozen.</summary>
internal sealed record BatchNormPart(ImmutableArray<int> Sources, int Length, double Momentum, double Epsilon) : NormPart(Sources, Length, Epsilon)
{
    /// <inheritdoc/>
    public override int ParameterCount => 4 * Length;

    /// <inheritdoc/>
    public override IEnumerable<int> Trained => Enumerable.Range(0, 2 * Length);

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) =>
        string.Create(CultureInfo.InvariantCulture, $"{sources[0]}.BatchNorm(momentum: {Momentum:R}, epsilon: {Epsilon:R})");

    /// <inheritdoc/>
    public override void Draw(Random random, Span<double> parameters)
    {
        base.Draw(random, parameters);
        for (int i = 0; i < Length; i++)
        {
            parameters[2 * Length + i] = Normal(random) * 0.3;
            parameters[3 * Length + i] = 0.5 + random.NextDouble();
        }
    }

    /// <inheritdoc/>
    public override void MoveStatistics(PartValues values, Action<int, double, double, double> set)
    {
        int unit = 0;
        foreach (NormalizedSet batch in Sets(values))
        {
            if (!IsOwn(values))
            {
                return;
            }

            // Of a single example, there is no unbiased variance.
            double unbiased = values.Examples > 1 ? (double)values.Examples / (values.Examples - 1) : 0;
            Move(2 * Length + unit, batch.Mean, batch.MeanTerms);
            if (values.Examples > 1)
            {
                Move(3 * Length + unit, batch.Variance * unbiased, batch.VarianceTerms * unbiased);
            }

            unit++;
        }

        void Move(int index, double value, double terms)
        {
            double running = values.Parameters[index];
            set(
                index,
                (1 - Momentum) * running + Momentum * value,
                (1 + Momentum) * Math.Abs(running) + Momentum * Math.Abs(value),
                Square(Momentum * terms));
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<NormalizedSet> Sets(PartValues values)
    {
        for (int unit = 0; unit < Length; unit++)
        {
            var set = new NormalizedSet(unit, Length, values.Examples);
            yield return IsOwn(values)
                ? set.Measure(values.Input)
                : set.Given(values.Parameters[2 * Length + unit], values.Parameters[3 * Length + unit]);
        }
    }

    /// <inheritdoc/>
    protected override bool IsOwn(PartValues values) => values.IsTraining && !values.IsFrozen;
}
