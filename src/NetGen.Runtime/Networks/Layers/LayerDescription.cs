using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// One layer of a network, of any kind. What a kind computes is told by the formulas that the internal members give to the checks at run time.
/// </summary>
public abstract record LayerDescription
{
    private protected LayerDescription()
    {
    }

    /// <summary>
    /// The name by which its parameters go, stem.W; null, or a number: they go by that of the layer, or this one, as W1. Letters, digits and underscores.
    /// </summary>
    public string? Name { get; init => field = DescriptionGuard.LayerName(value, nameof(Name)); }

    /// <summary>The numbers of the layers whose outputs come in; 0 is the input of the network. None: the layer before.</summary>
    public ImmutableArray<int> Sources { get; init => field = DescriptionGuard.Sources(value, nameof(Sources)); } = [];

    /// <summary>Whether training leaves its parameters and statistics as they are; of a layer without any, whether no gradient goes back from it.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Whether no gradient goes back from it: for its takers, its values are constants.</summary>
    internal bool StopsGradient => IsFrozen && ParameterShapes.IsEmpty;

    /// <summary>The shape of an example that comes in; of several sources, all of it side by side where they differ, else that of each.</summary>
    public abstract TensorShape InputShape { get; }

    /// <summary>The shape of an example that goes out.</summary>
    public abstract TensorShape OutputShape { get; }

    /// <summary>The number of values of an example that come in.</summary>
    public abstract int InputSize { get; }

    /// <summary>The number of values of an example that go out.</summary>
    public abstract int OutputSize { get; }

    /// <summary>The kind, as model files and tables name it.</summary>
    internal abstract string Kind { get; }

    /// <summary>How many sources it takes; null: any number, at least one.</summary>
    internal virtual int? SourceCount => 1;

    /// <summary>The activation at its end; linear where it has none.</summary>
    internal virtual Activation OutputActivation => Activation.Linear;

    /// <summary>What it computes beside its sizes, as messages say it.</summary>
    internal abstract string Function { get; }

    /// <summary>How it gets from one size to the other, as messages say it after "layer 2".</summary>
    internal virtual string Mapping => MessageText.Text($"has {MessageText.Counted(OutputSize, "unit")}");

    /// <summary>The parameters, in the order in which they lie.</summary>
    internal virtual ImmutableArray<LayerParameter> ParameterShapes => [];

    /// <summary>The number of values of all of them.</summary>
    internal long ParameterCount => ParameterShapes.Sum(static parameter => parameter.Shape.Length);

    /// <summary>Whether files of the first format could describe it, which knew one kind of layer.</summary>
    internal virtual bool IsOfFirstFormat => false;

    /// <summary>The class index that it takes; null where it takes something else.</summary>
    internal virtual CategoryColumn? Category => null;

    /// <summary>Whether its statistics are the mean of each column that comes in and 1 / its deviation, fitted on the training set.</summary>
    internal virtual bool StandardizesColumns => false;

    /// <summary>How far rounding may take its values and gradients.</summary>
    internal abstract LayerRounding Rounding { get; }

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The other.</param>
    public virtual bool Equals(LayerDescription? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && Name == other.Name
        && IsFrozen == other.IsFrozen
        && Sources.AsSpan().SequenceEqual(other.Sources.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Name, IsFrozen, Sources.Length);

    /// <summary>The shape of an example of one source.</summary>
    /// <param name="source">Its index among the sources.</param>
    internal virtual TensorShape InputShapeOf(int source) => InputShape;

    /// <summary>Which columns of the network's input its output consists of; null where it computes something.</summary>
    /// <param name="sources">Those of its sources.</param>
    internal virtual ImmutableArray<int>? ColumnsFrom(ImmutableArray<ImmutableArray<int>?> sources) => null;

    /// <summary>What is wrong with its place in a network, in words that follow "Layer 2"; null where nothing is.</summary>
    /// <param name="sources">The numbers of its sources.</param>
    /// <param name="columns">Which columns of the network's input each of them consists of; null for one that computes something.</param>
    internal virtual string? Misfit(ImmutableArray<int> sources, ImmutableArray<ImmutableArray<int>?> columns) => null;

    /// <summary>Checks that the formulas can be followed in T.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the description is none in T.</exception>
    internal virtual void RequireElement<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
    }

    /// <summary>Writes the members of the object that describes it in a model file, beside those of every kind.</summary>
    internal virtual void Write(Utf8JsonWriter writer)
    {
    }

    /// <summary>The layer as its formula says.</summary>
    /// <param name="values">What it computes with, and where its results go.</param>
    internal abstract void Forward<T>(in LayerValues<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>As <see cref="Forward"/>, with one parameter moved.</summary>
    /// <param name="index">The index of the parameter among those of the layer.</param>
    /// <param name="change">What is added to it.</param>
    /// <param name="values">What it computes with, the parameters without the change, and where its results go.</param>
    /// <param name="original">Z without the change.</param>
    internal virtual void ForwardMoved(int index, double change, in LayerValues<double> values, ReadOnlySpan<double> original)
    {
        double[] moved = values.Parameters.ToArray();
        moved[index] += change;
        Forward(values with { Parameters = moved });
    }

    /// <summary>Prints what every layer has; its name, sources and whether it is frozen only where they say something.</summary>
    /// <param name="builder">Receives the text.</param>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(MessageText.Text($"InputShape = {InputShape}, OutputShape = {OutputShape}"));
        if (Name is not null)
        {
            builder.Append(MessageText.Text($", Name = {Name}"));
        }

        if (!Sources.IsEmpty)
        {
            builder.Append(MessageText.Text($", Sources = {string.Join(", ", Sources)}"));
        }

        if (IsFrozen)
        {
            builder.Append(MessageText.Text($", IsFrozen = {IsFrozen}"));
        }

        return true;
    }
}
