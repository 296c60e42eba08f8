using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>A parameter of a network: one array of one of its layers.</summary>
internal sealed record NetworkParameter(LayerSpec Layer, ParameterSpec Array)
{
    /// <summary>Its name in files and messages: W2, stem.W.</summary>
    public string Name => Layer.ParameterName(Array);

    /// <summary>Its view on the class: W2, stem_W.</summary>
    public string Member => Layer.MemberName(Array.Symbol);

    /// <summary>Whether it is a matrix, as weights are; else it has a value for each unit.</summary>
    public bool IsMatrix => Array.Shape.Dimensions.Count > 1;

    /// <summary>The rows of a matrix.</summary>
    public int Rows => Array.Shape.Dimensions[0];

    /// <summary>The columns of a matrix.</summary>
    public int Columns => Array.Shape.Dimensions[1];

    /// <summary>The shape that its values have.</summary>
    public Shape Shape => IsMatrix ? Shape.Matrix(Rows, Columns) : Shape.List(Array.Shape.Length);

    /// <summary>The shape in words: "7x20", "7 values".</summary>
    public string Size => SizeText.Bare(Shape);
}
