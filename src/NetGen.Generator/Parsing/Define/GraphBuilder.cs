using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Model.Graph;

namespace NetGen.Generator.Parsing.Define;

/// <summary>The nodes of a graph as they are read. Each method adds one and returns its number; null where the network would be too large.</summary>
internal sealed class GraphBuilder(Reading reading)
{
    /// <summary>How many nodes a graph can have, and how many calls of methods: a method that calls another twice doubles them.</summary>
    private const int MostNodes = 10_000;

    private readonly List<GraphNode> nodes = [];
    private readonly List<Place> places = [];
    private long columns;
    private long parameters;
    private int calls;
    private bool isFull;

    /// <summary>The number of nodes.</summary>
    public int Count => nodes.Count;

    /// <summary>A node.</summary>
    public GraphNode this[int number] => nodes[number];

    /// <summary>The nodes so far.</summary>
    public IReadOnlyList<GraphNode> Nodes => nodes;

    /// <summary>The number of classes of an input that holds a class index; null for every other node.</summary>
    public int? CategoriesOf(int node) => (nodes[node] as InputNode)?.Categories;

    /// <summary>Where the call or the operator stands that made a node.</summary>
    public Place PlaceOf(int node) => places[node];

    /// <summary>Whether a node is an input.</summary>
    public bool IsInput(int node) => nodes[node] is InputNode;

    /// <summary>Adds an input.</summary>
    public int? Input(Place place, string name, int columns, int? categories, int? unknown)
    {
        long offset = this.columns;
        this.columns += columns;
        return this.columns > DeclaredSizes.MaximumParameters
            ? TooLong(place, "example", this.columns)
            : Insert(place, new InputNode(Count, (int)offset, columns, name, categories, unknown));
    }

    /// <summary>Adds a dense layer.</summary>
    public int? Dense(Place place, int source, int units, bool bias) => Insert(place, new DenseNode(Count, From(source), nodes[source].Length, units, bias));

    /// <summary>Adds an activation.</summary>
    public int? Activation(Place place, int source, ActivationSpec function) =>
        Insert(place, new ActivationNode(Count, From(source), nodes[source].Length, function));

    /// <summary>Adds a dropout.</summary>
    public int? Dropout(Place place, int source, double rate) => Insert(place, new DropoutNode(Count, From(source), nodes[source].Length, rate));

    /// <summary>Adds a normalization over the batch.</summary>
    public int? BatchNorm(Place place, int source, double momentum, double epsilon) =>
        Insert(place, new BatchNormNode(Count, From(source), nodes[source].Length, momentum, epsilon));

    /// <summary>Adds a normalization over the values of an example.</summary>
    public int? LayerNorm(Place place, int source, double epsilon) => Insert(place, new LayerNormNode(Count, From(source), nodes[source].Length, epsilon));

    /// <summary>Adds a sum of two nodes of one length.</summary>
    public int? Add(Place place, int a, int b) => Insert(place, new AddNode(Count, From(a, b), nodes[a].Length));

    /// <summary>Adds what puts nodes one after the other.</summary>
    public int? Concat(Place place, int[] sources)
    {
        long length = sources.Sum(source => (long)nodes[source].Length);
        return length > DeclaredSizes.MaximumParameters
            ? TooLong(place, "result of Concat", length)
            : Insert(place, new ConcatNode(Count, From(sources), (int)length));
    }

    /// <summary>Adds a table of rows, one for each class.</summary>
    public int? Embed(Place place, int source, int categories, int dimensions) => Insert(place, new EmbedNode(Count, From(source), categories, dimensions));

    /// <summary>Adds a one-hot row for each class.</summary>
    public int? OneHot(Place place, int source, int categories) => Insert(place, new OneHotNode(Count, From(source), categories));

    /// <summary>Adds a standardization.</summary>
    public int? Standardize(Place place, int source) => Insert(place, new StandardizeNode(Count, From(source), nodes[source].Length));

    /// <summary>Adds an end of the gradients.</summary>
    public int? Frozen(Place place, int source) => Insert(place, new FrozenNode(Count, From(source), nodes[source].Length));

    /// <summary>Counts a call of a method; false, and reported, when there are too many.</summary>
    public bool CountCall(Place place)
    {
        if (calls++ < MostNodes)
        {
            return true;
        }

        TooMany(place, "calls of methods");
        return false;
    }

    private static EquatableArray<int> From(params int[] sources) => EquatableArray<int>.From(sources);

    private int? Insert(Place place, GraphNode node)
    {
        long total = parameters + node.StoredCount;
        if (Count >= MostNodes)
        {
            return TooMany(place, "nodes");
        }

        if (node.Length > DeclaredSizes.MaximumParameters)
        {
            return TooLong(place, "node", node.Length);
        }

        if (total > DeclaredSizes.MaximumParameters)
        {
            return TooLarge(
                place, $"with this, {reading.Type.Name} has {Constructs.Count(total, "parameter")}", Constructs.Text(DeclaredSizes.MaximumParameters));
        }

        parameters = total;
        nodes.Add(node);
        places.Add(place);
        return node.Number;
    }

    private int? TooMany(Place place, string what)
    {
        // Said once: everything behind the limit goes over it, too.
        if (isFull)
        {
            return null;
        }

        isFull = true;
        return TooLarge(place, $"Define comes to more than {Constructs.Text(MostNodes)} {what}", Constructs.Text(MostNodes));
    }

    private int? TooLong(Place place, string what, long length) =>
        TooLarge(place, $"the {what} here holds {Constructs.Count(length, "value")}", Constructs.Text(DeclaredSizes.MaximumParameters));

    private int? TooLarge(Place place, string what, string limit)
    {
        reading.Report(ProblemKind.GraphTooLarge, place, what, limit);
        return null;
    }
}
