using System.Collections.Immutable;

namespace NetGen;

/// <summary>One layer in a forward pass, with the errors of all its values, in units of the unit roundoff.</summary>
internal sealed class LayerErrors
{
    /// <summary>The number of the layer.</summary>
    public required int Number { get; init; }

    /// <summary>The parameters of the layer.</summary>
    public required double[] Parameters { get; init; }

    /// <summary>A of each source.</summary>
    public required ImmutableArray<double[]> Inputs { get; init; }

    /// <summary>E(A) of each source.</summary>
    public required ImmutableArray<double[]> OfInputs { get; init; }

    /// <summary>Z of the layer.</summary>
    public required double[] Z { get; init; }

    /// <summary>A of the layer.</summary>
    public required double[] A { get; init; }

    /// <summary>E(Z).</summary>
    public required double[] OfZ { get; init; }

    /// <summary>E(A).</summary>
    public required double[] OfA { get; init; }

    /// <summary>The step that is computed; null when predicting.</summary>
    public required TrainingMode? Training { get; init; }

    /// <summary>The number of examples.</summary>
    public required int Count { get; init; }

    /// <summary>A of the only source.</summary>
    public double[] Input => Inputs[0];

    /// <summary>E(A) of the only source.</summary>
    public double[] OfInput => OfInputs[0];
}
