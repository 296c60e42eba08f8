using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// The values of a hyperparameter that a search tries: those that are listed, as in <c>[0.001, 0.01]</c>, or those of a range, of which a grid takes some and a
/// random search draws any.
/// </summary>
[CollectionBuilder(typeof(SearchValues), nameof(Of))]
public sealed class SearchValues : IEnumerable<double>
{
    private readonly ImmutableArray<double> points;
    private readonly bool isRange;
    private readonly bool isLogarithmic;

    private SearchValues(ImmutableArray<double> points, bool isRange, bool isLogarithmic)
    {
        this.points = points;
        this.isRange = isRange;
        this.isLogarithmic = isLogarithmic;
    }

    /// <summary>How many a grid takes.</summary>
    public int Count => points.Length;

    /// <summary>Listed values.</summary>
    /// <param name="values">The values: at least one, all finite, each once.</param>
    /// <exception cref="ArgumentException">They are something else.</exception>
    public static SearchValues Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There is no value to try: list at least one.", nameof(values));
        }

        var seen = new HashSet<double>();
        foreach (double value in values)
        {
            if (!double.IsFinite(value) || !seen.Add(value))
            {
                throw new ArgumentException(Text($"{value} is {(double.IsFinite(value) ? "listed twice" : "no number to try")}."), nameof(values));
            }
        }

        return new([.. values], isRange: false, isLogarithmic: false);
    }

    /// <summary>A range whose values are as likely as each other.</summary>
    /// <param name="from">The lowest value, finite.</param>
    /// <param name="to">The highest value, finite, above the lowest.</param>
    /// <param name="points">How many a grid takes, evenly spaced, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static SearchValues Range(double from, double to, int points = 5)
    {
        Require(from, to, points);
        return new([.. Enumerable.Range(0, points).Select(i => Between(from, to, i / (points - 1.0)))], isRange: true, isLogarithmic: false);
    }

    /// <summary>A range whose powers of ten are as likely as each other: for rates and penalties.</summary>
    /// <param name="from">The lowest value, above 0, finite.</param>
    /// <param name="to">The highest value, finite, above the lowest.</param>
    /// <param name="points">How many a grid takes, each the same multiple of the one before, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is something else.</exception>
    public static SearchValues LogRange(double from, double to, int points = 5)
    {
        Require(from, to, points);
        if (from <= 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, Text($"from is {from}, but must be above 0: powers of ten are."));
        }

        return new([.. Enumerable.Range(0, points).Select(i => Power(from, to, i / (points - 1.0)))], isRange: true, isLogarithmic: true);
    }

    /// <summary>The values that a grid takes.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)points).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As in "0.001, 0.01" or "0.001 to 0.1 by powers".</summary>
    public override string ToString() =>
        isRange
            ? Text($"{points[0]} to {points[^1]}{(isLogarithmic ? " by powers" : "")}")
            : string.Join(", ", points.Select(static value => Text($"{value}")));

    /// <summary>Draws one.</summary>
    internal double Draw(RandomSource random)
    {
        if (!isRange)
        {
            return points[random.NextInt32(points.Length)];
        }

        double share = random.NextDouble();
        return isLogarithmic ? Power(points[0], points[^1], share) : Between(points[0], points[^1], share);
    }

    private static double Between(double from, double to, double share) => from + ((to - from) * share);

    private static double Power(double from, double to, double share) => share >= 1.0 ? to : from * Math.Pow(to / from, share);

    private static void Require(double from, double to, int points)
    {
        if (!double.IsFinite(from))
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, Text($"from is {from}, but must be finite."));
        }

        if (!double.IsFinite(to) || to <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, Text($"to is {to}, but must be finite and above from, which is {from}."));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
    }
}
