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
    /// <summary>
    /// How far both may be apart though both are right: what rounding leaves in either, and what the step leaves in the difference of the cost.
    /// </summary>
    public double Uncertainty { get; init; }

    /// <summary>|Analytic - Numeric|.</summary>
    public double Distance => Math.Abs(Analytic - Numeric);

    /// <summary>The parameter and both gradients.</summary>
    public override string ToString() => Text($"{Name}: {Analytic:g6} computed, {Numeric:g6} numeric, uncertain by {Uncertainty:0.0e+0}");

    /// <summary>The part of the distance that the uncertainty does not explain, as a share of both gradients; NaN where one is not a number.</summary>
    internal double Unexplained
    {
        get
        {
            double unexplained = Distance - Uncertainty;
            return unexplained <= 0.0 ? 0.0 : unexplained / (Math.Abs(Analytic) + Math.Abs(Numeric));
        }
    }
}
