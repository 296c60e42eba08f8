using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The rows of x of a network with several inputs that come apart, in memory of the calling thread, which has it back when this is disposed of.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct InputRows<T>
    where T : unmanaged, INumberBase<T>
{
    [ThreadStatic]
    private static ScratchSlot<T> slot;

    private readonly T[] block;
    private readonly int examples;
    private readonly int inputs;
    private readonly string first;
    private readonly string network;

    /// <summary>Makes room for the rows.</summary>
    /// <param name="length">The values of the first input.</param>
    /// <param name="columns">The columns of the first input.</param>
    /// <param name="inputs">The columns of all inputs.</param>
    /// <param name="first">The name of the first input.</param>
    /// <param name="network">The network's name, for messages.</param>
    /// <exception cref="ArgumentException">The first input is no whole number of examples, or no array holds the rows.</exception>
    /// <exception cref="InsufficientMemoryException">There is not so much memory.</exception>
    public InputRows(int length, int columns, int inputs, string first, string network)
    {
        (examples, int rest) = Math.DivRem(length, columns);
        if (rest != 0)
        {
            throw new ArgumentException(
                MessageText.Text($"{first} holds {MessageText.Counted(length, "value")}, which is no whole number of examples: ")
                    + MessageText.Text($"{network} takes {columns} of each."),
                first);
        }

        this.inputs = inputs;
        this.first = first;
        this.network = network;
        block = slot.Take((long)examples * inputs, network, examples);
    }

    /// <summary>The rows, (m, n[0]).</summary>
    public ReadOnlySpan<T> X => block.AsSpan(0, examples * inputs);

    /// <summary>Copies the columns of an input.</summary>
    /// <param name="values">Its values, (m, columns).</param>
    /// <param name="column">Its first column in a row.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">It holds another number of examples than the first input.</exception>
    public void Take(ReadOnlySpan<T> values, int column, int columns, string name)
    {
        Check(values.Length, columns, name);
        if (examples > 0)
        {
            Rows.CopyColumns(in MemoryMarshal.GetReference(values), columns, examples, columns, ref block[column], inputs);
        }
    }

    /// <summary>Copies class indices, one an example.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="column">Their column in a row.</param>
    /// <param name="categories">The number of classes; 0 where any index may stand, since one class is for unknown ones.</param>
    /// <param name="name">The name of the input.</param>
    /// <exception cref="ArgumentException">It holds another number of examples than the first input, or an index that is no class.</exception>
    public void Take(ReadOnlySpan<int> indices, int column, int categories, string name)
    {
        Check(indices.Length, 1, name);
        int offender = categories == 0 ? -1 : indices.IndexOfAnyExceptInRange(0, categories - 1);
        if (offender >= 0)
        {
            throw new ArgumentException(
                MessageText.Text($"{name} holds {indices[offender]} at {offender}, but is a category of {network}: 0 to {categories - 1}."), name);
        }

        for (int example = 0; example < examples; example++)
        {
            block[(example * inputs) + column] = T.CreateTruncating(indices[example]);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => slot.PutBack(block);

    private void Check(int length, int columns, string name)
    {
        if (length != (long)examples * columns)
        {
            throw new ArgumentException(
                MessageText.Text($"{name} holds {MessageText.Counted(length, "value")}, but {first} holds {MessageText.Counted(examples, "example")}: ")
                    + MessageText.Text($"{network} takes {columns} of {name} of each."),
                name);
        }
    }
}
