using static NetGen.MessageText;

namespace NetGen;

/// <summary>Examples with their labels, whatever their element type; see <see cref="Dataset{T}"/>, the only kind there is.</summary>
public abstract class Dataset
{
    private readonly ReadOnlyMemory<int> classes;

    private protected Dataset(int count, int inputSize, int outputSize, ReadOnlyMemory<int> classes)
    {
        Count = count;
        InputSize = inputSize;
        OutputSize = outputSize;
        this.classes = classes;
    }

    /// <summary>The number of examples, m; at least 1.</summary>
    public int Count { get; }

    /// <summary>The features of an example, n[0].</summary>
    public int InputSize { get; }

    /// <summary>The label values of an example, n[L]: with class indices, the number of classes.</summary>
    public int OutputSize { get; }

    /// <summary>Whether the labels were given as class indices.</summary>
    public bool HasClasses => !classes.IsEmpty;

    /// <summary>The class of each example (m); empty unless <see cref="HasClasses"/>.</summary>
    public ReadOnlySpan<int> Classes => classes.Span;

    private protected ReadOnlyMemory<int> ClassMemory => classes;

    /// <summary>The sizes, as in "209 examples, 12288 inputs, 1 output".</summary>
    public override string ToString() => $"{Counted(Count, "example")}, {Counted(InputSize, "input")}, {Counted(OutputSize, "output")}";
}
