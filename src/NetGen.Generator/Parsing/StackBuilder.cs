using System.Collections.Generic;
using System.Globalization;
using NetGen.Generator.Layers.BatchNorm;
using NetGen.Generator.Layers.Dense;
using NetGen.Generator.Layers.Dropout;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Makes the layers of a stack. A declared layer is a dense layer, then the normalization that has its activation, then its dropout: they are evaluated one
/// after the other, and their parameters go by the number that was declared.
/// </summary>
/// <param name="sizes">The inputs, then the units of each declared layer.</param>
internal sealed class StackBuilder(EquatableArray<int> sizes)
{
    /// <summary>How many parameters a normalization has for each unit: gamma, beta, the running mean and variance.</summary>
    public const int NormalizationArrays = 4;

    private const double Momentum = 0.1;

    private const double Epsilon = 1e-5;

    private readonly List<LayerSpec> layers = [];
    private int declared;

    /// <summary>The layers so far, in the order of evaluation.</summary>
    public EquatableArray<LayerSpec> Layers => layers.ToEquatableArray();

    private int Next => layers.Count + 1;

    /// <summary>Adds the next declared layer; a dropout of 0 is none.</summary>
    public void Add(Activation activation, double slope, bool hasBatchNorm, double dropout)
    {
        declared++;
        int units = sizes[declared];
        string name = declared.ToString(CultureInfo.InvariantCulture);
        layers.Add(hasBatchNorm
            ? new DenseSpec(Next, sizes[declared - 1], units, Activation.Linear, ActivationSpec.DefaultSlope) { Name = name }
            : new DenseSpec(Next, sizes[declared - 1], units, activation, slope) { Name = name });
        if (hasBatchNorm)
        {
            var function = new ActivationSpec(activation, activation == Activation.LeakyRelu ? slope : 0);
            layers.Add(new BatchNormSpec(Next, layers.Count, units, Momentum, Epsilon, function) { Name = name });
        }

        if (dropout > 0)
        {
            layers.Add(new DropoutSpec(Next, layers.Count, units, dropout));
        }
    }
}
