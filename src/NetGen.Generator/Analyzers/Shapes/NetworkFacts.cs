using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>A network as the analyzers see it: its class, wherever it was compiled, and its declaration.</summary>
internal sealed class NetworkFacts
{
    public NetworkFacts(INamedTypeSymbol type, NetworkSpec spec)
    {
        Type = type;
        Spec = spec;
        foreach (var layer in spec.Layers)
        {
            ParameterCount += layer.Parameters.Sum(static parameter => parameter.Shape.Length);
        }
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The declaration.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>The name of the class.</summary>
    public string Name => Type.Name;

    /// <summary>L, the number of layers.</summary>
    public int LayerCount => Spec.Layers.Count;

    /// <summary>n[0].</summary>
    public int InputSize => Spec.InputSize();

    /// <summary>n[L].</summary>
    public int OutputSize => Spec.OutputSize();

    /// <summary>The number of weights and biases of all layers.</summary>
    public long ParameterCount { get; }

    /// <summary>Layer l, from 1; null when there is no such layer.</summary>
    public DenseSpec? Layer(int number) => number >= 1 && number <= LayerCount ? Spec.Layers[number - 1] as DenseSpec : null;

    /// <summary>"the 4 layers of CatNet have 141 weights and biases".</summary>
    public string ParametersText =>
        (LayerCount == 1 ? "the layer of " + Name + " has " : "the " + SizeText.Number(LayerCount) + " layers of " + Name + " have ")
        + SizeText.Number(ParameterCount) + " weights and biases";
}
