using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>What is taken from each row: one or more numbers of an example.</summary>
internal abstract class RowColumn<TRow, T>(string name, int count)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The name, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>How many numbers there are a row.</summary>
    public int Count { get; } = count;

    /// <summary>Takes the numbers of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">Its number, for messages; negative where there is but one.</param>
    /// <param name="destination">Receives them; as long as there are numbers.</param>
    /// <exception cref="ArgumentException">The row does not have such numbers.</exception>
    public abstract void Write(TRow row, int number, Span<T> destination);

    /// <summary>Checks that numbers are finite.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    public void RequireFinite(ReadOnlySpan<T> values, int number)
    {
        if (FiniteScan.IndexOfNonFinite(values) is >= 0 and int index)
        {
            string place = Count == 1 ? $"column {Name}" : Text($"column {Name}, number {index} of {Count}");
            throw Refusal(
                number,
                Text($"{values[index]}"),
                place,
                "but an example that is learned from is made of finite numbers: repair it, "
                    + $"leave the example out, or keep it with {nameof(NonFinite)}.{nameof(NonFinite.Keep)}.");
        }
    }

    /// <summary>The exception that says what is wrong with the rows, or with the only one.</summary>
    /// <param name="number">The number of the row; negative where there is but one.</param>
    /// <param name="held">What it holds.</param>
    /// <param name="place">Where.</param>
    /// <param name="problem">Why that cannot be.</param>
    protected static ArgumentException Refusal(int number, string held, string place, string problem)
    {
        string name = number < 0 ? "row" : "rows";
        string row = number < 0 ? "" : Text($"row {number}, ");
        return new($"{name} holds {held} in {row}{place}, {problem}", name);
    }
}
