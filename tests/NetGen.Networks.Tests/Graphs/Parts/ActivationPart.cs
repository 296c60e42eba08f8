using System.Collections.Immutable;
using System.Globalization;
using NetGen.Networks.Tests.Reference;

namespace NetGen.Networks.Tests.Graphs.Parts;

/// <summary>An activation that works on one value at a time.</summary>
internal sealed record ActivationPart(ImmutableArray<int> Sources, int Length, Activation Activation, double Slope) : GraphPart(Sources, Length)
{
    private DenseDescription Function => new(1, 1, Activation, Activation == Activation.LeakyRelu ? Slope : 0.01);

    /// <inheritdoc/>
    public override string Call(ReadOnlySpan<string> sources) =>
        $"{sources[0]}.{Activation}({(Activation == Activation.LeakyRelu ? Slope.ToString("R", CultureInfo.InvariantCulture) : "")})";

    /// <inheritdoc/>
    public override Measured Forward(PartValues values)
    {
        Measured z = values.Input;
        var a = new Measured(z.Count);
        DenseDescription function = Function;
        for (int i = 0; i < z.Count; i++)
        {
            (double value, double terms) = ActivationFunctions.Value(function, z.Values[i]);
            a.Set(i, value, terms, Square(ActivationFunctions.Derivative(function, z.Values[i]).Value * z.Terms[i]));
        }

        return a;
    }

    /// <inheritdoc/>
    public override void Backward(PartValues values)
    {
        (Measured z, Measured da) = (values.Input, values.OutputGradient);
        DenseDescription function = Function;
        for (int i = 0; i < z.Count; i++)
        {
            (double slope, double slopeTerms) = ActivationFunctions.Derivative(function, z.Values[i]);
            double curvature = ActivationFunctions.LargestCurvature(Activation, z.Values[i]) * z.Terms[i];
            values.InputGradients[0].Add(
                i, da.Values[i] * slope, Math.Abs(da.Values[i]) * slopeTerms, Square(da.Terms[i] * slope) + Square(da.Values[i] * curvature));
        }
    }

    /// <inheritdoc/>
    public override double DistanceToKink(PartValues values)
    {
        if (!ActivationFunctions.HasKink(Function))
        {
            return double.PositiveInfinity;
        }

        double nearest = double.PositiveInfinity;
        for (int i = 0; i < values.Input.Count; i++)
        {
            // What is exact, such as an input or the 0 of a dropped unit, lies on the same side for everybody.
            if (values.Input.Terms[i] > 0)
            {
                nearest = Math.Min(nearest, Math.Abs(values.Input.Values[i]) / values.Input.Terms[i]);
            }
        }

        return nearest;
    }
}
