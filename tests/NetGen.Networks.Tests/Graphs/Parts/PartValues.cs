using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>What a part of a graph computes with: what comes in, its parameters, and where its results and gradients go.</summary>
internal sealed class PartValues
{
    /// <summary>The number of examples, m.</summary>
    public required int Examples { get; init; }

    /// <summary>The columns of an example of the network.</summary>
    public required int Columns { get; init; }

    /// <summary>The examples.</summary>
    public required double[] X { get; init; }

    /// <summary>What the sources give.</summary>
    public required Measured[] Inputs { get; init; }

    /// <summary>The parameters of the part.</summary>
    public required double[] Parameters { get; init; }

    /// <summary>Whether values are left out, and those of a batch normalized with its statistics; else the network predicts.</summary>
    public required bool IsTraining { get; init; }

    /// <summary>Whether training leaves the parameters and statistics of the part alone.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>Whether dropout keeps a unit of an example.</summary>
    public required Func<int, int, bool> Keeps { get; init; }

    /// <summary>What the part gives.</summary>
    public Measured Output { get; set; } = new(0);

    /// <summary>The gradient of what it gives.</summary>
    public Measured OutputGradient { get; set; } = new(0);

    /// <summary>The gradients of what comes in, to which all takers of a source add.</summary>
    public Sums[] InputGradients { get; set; } = [];

    /// <summary>The gradients of the parameters.</summary>
    public Sums ParameterGradients { get; set; } = new(0);

    /// <summary>What comes in, where there is one source.</summary>
    public Measured Input => Inputs[0];
}
