using NetGen.Generator.Layers.Dense;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>How messages speak of a layer's parameters.</summary>
internal static class LayerText
{
    /// <summary>"weights" or "bias".</summary>
    public static string Role(bool isBias) => isBias ? "bias" : "weights";

    /// <summary>"W2" or "b2".</summary>
    public static string Symbol(bool isBias, int layer) => (isBias ? "b" : "W") + SizeText.Number(layer);

    /// <summary>"20 inputs".</summary>
    public static string Inputs(DenseSpec layer) => SizeText.Count(layer.Inputs, "input");

    /// <summary>"7 units".</summary>
    public static string Units(DenseSpec layer) => SizeText.Count(layer.Units, "unit");

    /// <summary>"layer 2 of CatNet maps 20 inputs to 7 units", or for a bias "layer 2 of CatNet has 7 units".</summary>
    public static string Describe(bool isBias, DenseSpec layer, NetworkFacts network) =>
        $"layer {SizeText.Number(layer.Number)} of {network.Name} {(isBias ? "has" : $"maps {Inputs(layer)} to")} {Units(layer)}";

    /// <summary>"W2 must be 7x20", or for a list "W2 must be 7x20, which is 140 values", or "b2 must hold 7 values".</summary>
    public static string Must(bool isBias, DenseSpec layer, Shape actual)
    {
        if (isBias)
        {
            return $"{Symbol(true, layer.Number)} must hold {SizeText.Count(layer.Units, "value")}";
        }

        string matrix = $"{Symbol(false, layer.Number)} must be {SizeText.Matrix(layer.Units, layer.Inputs)}";
        return actual.IsMatrix ? matrix : $"{matrix}, which is {SizeText.Count((long)layer.Units * layer.Inputs, "value")}";
    }
}
