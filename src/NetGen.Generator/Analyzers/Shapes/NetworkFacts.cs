using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>A network as the analyzers see it: its class, wherever it was compiled, and its declaration.</summary>
internal sealed class NetworkFacts
{
    private readonly List<NetworkParameter> parameters = [];
    private readonly Dictionary<string, NetworkParameter> members = [];

    public NetworkFacts(INamedTypeSymbol type, NetworkSpec spec)
    {
        Type = type;
        Spec = spec;
        foreach (LayerSpec layer in spec.Layers)
        {
            foreach (ParameterSpec array in layer.Parameters)
            {
                var parameter = new NetworkParameter(layer, array);
                parameters.Add(parameter);
                members[parameter.Member] = parameter;
                ParameterCount += array.Shape.Length;
            }
        }
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The declaration.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>The name of the class.</summary>
    public string Name => Type.Name;

    /// <summary>L, the number of layers.</summary>
    public int LayerCount => Spec.LayerCount();

    /// <summary>n[0].</summary>
    public int InputSize => Spec.InputSize();

    /// <summary>n[L].</summary>
    public int OutputSize => Spec.OutputSize();

    /// <summary>The number of values of all parameters.</summary>
    public long ParameterCount { get; }

    /// <summary>Whether its layers are numbered by a list of sizes; else a method describes them.</summary>
    public bool IsStack => Spec.Described is null;

    /// <summary>What takes examples: "layer 1 of CatNet". Several layers of a described network can take some of it each, so there it is the network.</summary>
    public string InputText => IsStack ? "layer 1 of " + Name : Name;

    /// <summary>What gives outputs: "layer 4 of CatNet", or of a network that is described "DigitNet".</summary>
    public string OutputText => IsStack ? $"layer {SizeText.Number(LayerCount)} of {Name}" : Name;

    /// <summary>"4 inputs".</summary>
    public string Inputs => SizeText.Count(InputSize, "input");

    /// <summary>"3 outputs".</summary>
    public string Outputs => SizeText.Count(OutputSize, "output");

    /// <summary>"the 4 layers of CatNet have 141 weights and biases", or "DigitNet has 141 parameters".</summary>
    public string ParametersText
    {
        get
        {
            bool isPlain = parameters.All(static parameter => parameter.Array.Role is ParameterRole.Weights or ParameterRole.Bias);
            string owner = !IsStack ? Name + " has"
                : LayerCount == 1 ? $"the layer of {Name} has"
                : $"the {SizeText.Number(LayerCount)} layers of {Name} have";
            string values = IsStack && isPlain ? SizeText.Number(ParameterCount) + " weights and biases" : SizeText.Count(ParameterCount, "parameter");
            return $"{owner} {values}";
        }
    }

    /// <summary>The parameter whose view is called so; null when none is.</summary>
    public NetworkParameter? ParameterOf(string member) => members.TryGetValue(member, out NetworkParameter? parameter) ? parameter : null;

    /// <summary>The weights or the bias of the layer of a name, or of a number; null when there is no such layer, or when it has none.</summary>
    public NetworkParameter? Parameter(string layer, bool isBias) =>
        parameters.FirstOrDefault(parameter => parameter.Layer.Name == layer && IsRole(parameter, isBias));

    /// <summary>The layers that have weights, or a bias, first to last.</summary>
    public IReadOnlyList<string> LayersWith(bool isBias) =>
        [.. parameters.Where(parameter => IsRole(parameter, isBias)).Select(static parameter => parameter.Layer.Name)];

    private static bool IsRole(NetworkParameter parameter, bool isBias) =>
        parameter.Array.Role == (isBias ? ParameterRole.Bias : ParameterRole.Weights);
}
