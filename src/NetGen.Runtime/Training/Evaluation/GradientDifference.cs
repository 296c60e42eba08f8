using static NetGen.MessageText;

namespace NetGen;

/// <summary>The gradient with respect to one parameter, computed in two ways.</summary>
/// <param name="Index">The parameter's index in the order W1 row by row, b1, W2 row by row, b2, ...</param>
/// <param name="Layer">Its layer, from 1.</param>
/// <param name="Name">Its name, such as W2[3, 5] or b2[3].</param>
/// <param name="Analytic">What the network computed.</param>
/// <param name="Numeric">What differences of the cost say.</param>
public readonly record struct GradientDifference(int Index, int Layer, string Name, double Analytic, double Numeric)
{
    /// <summary>The parameter and both gradients.</summary>
    public override string ToString() => Text($"{Name}: {Analytic:g6} computed, {Numeric:g6} numeric");
}
