using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// Brings each feature to a scale that networks learn well from: fitted on the training set, applied to every set and every input that the network will see,
/// and saved with it. See <see cref="Standardization{T}"/> and <see cref="MinMaxScaling{T}"/>, the only kinds there are.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public abstract class FeatureScaling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private protected FeatureScaling(int size)
    {
        Size = size;
    }

    /// <summary>The number of features.</summary>
    public int Size { get; }

    /// <summary>Scales the features of a set.</summary>
    /// <param name="data">The set.</param>
    /// <returns>The same examples with scaled features.</returns>
    /// <remarks>Rows of a mapped file stay there: they are scaled when they are read, and read once here, to be looked at.</remarks>
    /// <exception cref="ArgumentException">
    /// The set has another number of features, or one that is so far from those fitted that it is infinite when it is scaled, and not to be kept.
    /// </exception>
    public Dataset<T> Apply(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputSize != Size)
        {
            throw new ArgumentException(Text($"The set has {data.InputSize} features an example, but {Size} were fitted."), nameof(data));
        }

        Dataset<T> scaled = data.Source is { } source ? data.WithSource(new ScaledRows<T>(source, this)) : data.WithFeatures(Scaled(data));
        if (data.RefusesNonFinite && scaled.FirstNonFinite() is var (example, feature))
        {
            throw new ArgumentException(
                Text($"data holds {data.Features(example)[feature]} in row {example}, column {feature} (feature {feature} of example {example}), ")
                    + "which is beyond the range when it is scaled: repair it, or leave the example out.",
                nameof(data));
        }

        return scaled;
    }

    /// <summary>Scales rows of features. What is beyond the range when it is scaled becomes infinite, and NaN stays NaN.</summary>
    /// <param name="rows">The values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the scaled values; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// The length is zero or no multiple of the number of features, or the destination is too short or overlaps the rows, shifted.
    /// </exception>
    public void Apply(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, Size);
        RequireDestination(rows, destination);
        for (int i = 0; i < rows.Length; i += Size)
        {
            ScaleRow(rows.Slice(i, Size), destination.Slice(i, Size));
        }
    }

    /// <summary>Turns scaled rows back, such as the predictions of a network trained on scaled labels.</summary>
    /// <param name="rows">The scaled values (m, features), one row after the other.</param>
    /// <param name="destination">Receives the values in their own unit; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// The length is zero or no multiple of the number of features, or the destination is too short or overlaps the rows, shifted.
    /// </exception>
    public void Undo(ReadOnlySpan<T> rows, Span<T> destination)
    {
        RequireRows(rows, Size);
        RequireDestination(rows, destination);
        for (int i = 0; i < rows.Length; i += Size)
        {
            UndoRow(rows.Slice(i, Size), destination.Slice(i, Size));
        }
    }

    private Memory<T> Scaled(Dataset<T> data)
    {
        Memory<T> scaled = AlignedMemory.Allocate<T>((long)data.Count * Size);
        FeatureRows<T> rows = data.Rows;
        for (int example = 0; example < rows.Count; example++)
        {
            ScaleRow(rows[example], scaled.Span.Slice(example * Size, Size));
        }

        return scaled;
    }

    /// <summary>Scales a row.</summary>
    /// <param name="row">The values.</param>
    /// <param name="destination">Receives as many; may be the same memory.</param>
    private protected abstract void ScaleRow(ReadOnlySpan<T> row, Span<T> destination);

    /// <summary>Turns a row back.</summary>
    /// <param name="row">The scaled values.</param>
    /// <param name="destination">Receives as many; may be the same memory.</param>
    private protected abstract void UndoRow(ReadOnlySpan<T> row, Span<T> destination);

    /// <summary>Checks that rows are whole, and that there is one.</summary>
    private protected static void RequireRows(ReadOnlySpan<T> rows, int size)
    {
        if (rows.IsEmpty || rows.Length % size != 0)
        {
            throw new ArgumentException(
                Text($"rows holds {rows.Length} values, but a row has {size}: the length must be a positive multiple of {size}."), nameof(rows));
        }
    }

    private static void RequireDestination(ReadOnlySpan<T> rows, Span<T> destination)
    {
        if (destination.Length < rows.Length)
        {
            throw new ArgumentException(Text($"destination holds {destination.Length} values, but there are {rows.Length} to write."), nameof(destination));
        }

        if (rows.Overlaps(destination[..rows.Length], out int offset) && offset != 0)
        {
            throw new ArgumentException(
                Text($"destination overlaps rows, shifted by {offset} values: ")
                    + "pass rows itself to work in place, or memory that they do not touch.",
                nameof(destination));
        }
    }
}
