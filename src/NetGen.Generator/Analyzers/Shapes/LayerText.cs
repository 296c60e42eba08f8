namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>How messages speak of a layer and its parameters.</summary>
internal static class LayerText
{
    /// <summary>"weights" or "bias".</summary>
    public static string Role(bool isBias) => isBias ? "bias" : "weights";

    /// <summary>What weights take: "20 inputs", or of an embedding "12 classes".</summary>
    public static string Inputs(NetworkParameter weights) => weights.Layer.UsesSomeRows
        ? SizeText.Count(weights.Rows, "class", "classes")
        : SizeText.Count(weights.Columns, "input");

    /// <summary>"7 units".</summary>
    public static string Units(NetworkParameter parameter) => SizeText.Count(parameter.Layer.OutputLength, "unit");

    /// <summary>"layer 2 of CatNet maps 20 inputs to 7 units", or for a bias "layer stem of DigitNet has 7 units".</summary>
    public static string Describe(NetworkParameter parameter, NetworkFacts network) =>
        $"layer {parameter.Layer.Name} of {network.Name} {(parameter.IsMatrix ? $"maps {Inputs(parameter)} to" : "has")} {Units(parameter)}";

    /// <summary>"W2 must be 7x20", or for a list "W2 must be 7x20, which is 140 values", or "b2 must hold 7 values".</summary>
    public static string Must(NetworkParameter parameter, Shape actual)
    {
        string must = SizeText.Must(parameter.Name, parameter.Shape);
        return !parameter.IsMatrix || actual.IsMatrix ? must : $"{must}, which is {SizeText.Count(parameter.Array.Shape.Length, "value")}";
    }

    /// <summary>"each row of W2 must hold 20 values".</summary>
    public static string RowMust(NetworkParameter weights) => $"each row of {weights.Name} must hold {SizeText.Count(weights.Columns, "value")}";
}
