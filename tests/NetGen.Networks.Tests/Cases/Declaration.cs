using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetGen.Networks.Tests.Cases;

/// <summary>A network declaration as a value: what a test varies, prints when it fails, and turns into source.</summary>
/// <param name="Sizes">The number of inputs, then the units of each layer.</param>
internal sealed record Declaration(params ImmutableArray<int> Sizes)
{
    /// <summary>The activation of the hidden layers.</summary>
    public Activation Hidden { get; init; } = Activation.Relu;

    /// <summary>The activation of the output layer.</summary>
    public Activation Output { get; init; } = Activation.Linear;

    /// <summary>The loss.</summary>
    public Loss Loss { get; init; } = Loss.SquaredError;

    /// <summary>Where Huber becomes linear.</summary>
    public double Delta { get; init; } = 1;

    /// <summary>Which quantile is predicted.</summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>The exponent of the focal loss.</summary>
    public double Gamma { get; init; } = 2;

    /// <summary>The share of a label that is spread over all classes.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>The element type.</summary>
    public ElementType Element { get; init; }

    /// <summary>Activations of single layers, by number, which override <see cref="Hidden"/>.</summary>
    public ImmutableSortedDictionary<int, Activation> Layers { get; init; } = ImmutableSortedDictionary<int, Activation>.Empty;

    /// <summary>The slope of leaky ReLU layers.</summary>
    public double Slope { get; init; } = 0.01;

    /// <summary>The number of layers.</summary>
    public int LayerCount => Sizes.Length - 1;

    /// <summary>Sigmoid with binary cross-entropy for one output, softmax with cross-entropy for several: what is inferred when nothing is said.</summary>
    public static Declaration Classifier(params ImmutableArray<int> sizes) => sizes[^1] == 1
        ? new(sizes) { Output = Activation.Sigmoid, Loss = Loss.BinaryCrossEntropy }
        : new(sizes) { Output = Activation.Softmax, Loss = Loss.CrossEntropy };

    /// <summary>The activation of a layer, from 1.</summary>
    public Activation ActivationOf(int layer) => layer == LayerCount ? Output : Layers.GetValueOrDefault(layer, Hidden);

    /// <summary>What the generated class must say of itself.</summary>
    public NetworkDescription Describe(string name)
    {
        var layers = Enumerable.Range(1, LayerCount).Select(l =>
            new DenseDescription(Sizes[l - 1], Sizes[l], ActivationOf(l), ActivationOf(l) == Activation.LeakyRelu ? Slope : 0.01));
        return new NetworkDescription(name, [.. layers], Loss, Initializer.ScaledNormal)
        {
            Delta = Delta,
            Quantile = Quantile,
            Gamma = Gamma,
            LabelSmoothing = LabelSmoothing,
        };
    }

    /// <summary>The declaration in C#.</summary>
    public string ToSource(string name)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"[Layers({string.Join(", ", Sizes)}, Hidden = Activation.{Hidden}, Output = Activation.{Output}, Loss = Loss.{Loss}");
        foreach ((string number, double value, double usual) in
            new[] { ("Delta", Delta, 1), ("Quantile", Quantile, 0.5), ("Gamma", Gamma, 2), ("LabelSmoothing", LabelSmoothing, 0) })
        {
            text.Append(value == usual ? "" : string.Create(CultureInfo.InvariantCulture, $", {number} = {value:R}"));
        }

        text.Append(CultureInfo.InvariantCulture, $", Element = ElementType.{Element})]\n");
        for (int l = 1; l <= LayerCount; l++)
        {
            Activation activation = ActivationOf(l);
            bool leaky = activation == Activation.LeakyRelu;
            if (leaky)
            {
                text.Append(CultureInfo.InvariantCulture, $"[Layer({l}, Activation = Activation.{activation}, Slope = {Slope:R})]\n");
            }
            else if (l < LayerCount && activation != Hidden)
            {
                text.Append(CultureInfo.InvariantCulture, $"[Layer({l}, Activation = Activation.{activation})]\n");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"public sealed partial class {name};").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToSource("Net").Replace("\n", " ", StringComparison.Ordinal);
}
