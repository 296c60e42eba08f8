using System.Collections.Immutable;
using NetGen.Networks.Tests.Graphs.Parts;

namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>A graph that is being put together: each call adds a part and returns its number. Inputs come first.</summary>
internal sealed class GraphDraft
{
    private readonly List<GraphPart> parts = [];
    private readonly List<(int Start, int Count, int Source)> blocks = [];

    /// <summary>How many parts there are.</summary>
    public int Count => parts.Count;

    /// <summary>The parts that nothing takes, class indices aside.</summary>
    public IEnumerable<int> Untaken => Enumerable.Range(0, Count).Where(part => !parts.Any(taker => taker.Sources.Contains(part)));

    /// <summary>The length of a part.</summary>
    public int LengthOf(int part) => parts[part].Length;

    /// <summary>Whether a part holds class indices.</summary>
    public bool IsClass(int part) => parts[part] is InputPart { Categories: > 0 };

    /// <summary>Whether there is something to train.</summary>
    public bool IsTrained
    {
        get
        {
            Graph graph = ToGraph(Loss.SquaredError, ElementType.Float);
            return Enumerable.Range(0, Count).Any(part => parts[part].Trained.Any() && !graph.IsFrozen(part));
        }
    }

    /// <summary>Whether a part would give outputs some of which are dropped, were it the last: no network may.</summary>
    public bool Drops(int part) => parts[part] switch
    {
        DropoutPart => true,
        ConcatPart or FrozenPart => parts[part].Sources.Any(Drops),
        _ => false,
    };

    /// <summary>An input of numbers.</summary>
    public int Input(int length) => Add(new InputPart(parts.Sum(static part => part.Length), length));

    /// <summary>An input that holds a class index.</summary>
    public int Classes(int categories, int? unknown = null) =>
        Add(new InputPart(parts.Sum(static part => part.Length), 1) { Categories = categories, Unknown = unknown });

    /// <summary>A dense layer.</summary>
    public int Dense(int source, int units, bool bias = true) => Add(new DensePart([source], LengthOf(source), units, bias));

    /// <summary>An activation.</summary>
    public int Activate(int source, Activation activation) => activation == Activation.Softmax
        ? Add(new SoftmaxPart([source], LengthOf(source)))
        : Add(new ActivationPart([source], LengthOf(source), activation, Slope: 0.25));

    /// <summary>a + b.</summary>
    public int Sum(int a, int b) => Add(new SumPart([a, b], LengthOf(a)));

    /// <summary>Parts one after the other.</summary>
    public int Concat(params ImmutableArray<int> sources) => Add(new ConcatPart(sources, sources.Sum(LengthOf)));

    /// <summary>Dropout.</summary>
    public int Dropout(int source, double rate = 0.3) => Add(new DropoutPart([source], LengthOf(source), rate));

    /// <summary>Batch normalization.</summary>
    public int BatchNorm(int source, double momentum = 0.25, double epsilon = 1e-3) => Add(new BatchNormPart([source], LengthOf(source), momentum, epsilon));

    /// <summary>Layer normalization.</summary>
    public int LayerNorm(int source, double epsilon = 1e-3) => Add(new LayerNormPart([source], LengthOf(source), epsilon));

    /// <summary>What freezes.</summary>
    public int Freeze(int source) => Add(new FrozenPart([source], LengthOf(source)));

    /// <summary>A table of rows.</summary>
    public int Embed(int source, int dimensions) => Add(new EmbedPart([source], (InputPart)parts[source], dimensions, IsOneHot: false));

    /// <summary>One-hot rows.</summary>
    public int OneHot(int source) => Add(new EmbedPart([source], (InputPart)parts[source], ((InputPart)parts[source]).Categories, IsOneHot: true));

    /// <summary>Standardization of an input.</summary>
    public int Standardize(int source) => Add(new StandardizePart([source], LengthOf(source)));

    /// <summary>Parts that stand in a method of their own.</summary>
    /// <param name="source">What the method takes.</param>
    /// <param name="build">Adds the parts of its body to the draft; what it takes is its argument.</param>
    public int Block(int source, Func<int, int> build)
    {
        int start = Count;
        int end = build(source);
        blocks.Add((start, end - start + 1, source));
        return end;
    }

    /// <summary>The graph so far.</summary>
    public Graph ToGraph(Loss loss, ElementType element) => new([.. parts]) { Loss = loss, Element = element, Blocks = [.. blocks] };

    private int Add(GraphPart part)
    {
        parts.Add(part);
        return Count - 1;
    }
}
