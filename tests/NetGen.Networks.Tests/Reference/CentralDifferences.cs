namespace NetGen.Networks.Tests.Reference;

/// <summary>Derivatives by moving one parameter at a time.</summary>
internal static class CentralDifferences
{
    private const double Step = 1e-5;

    /// <summary>|numeric - analytic| / (|numeric| + |analytic|), with the Euclidean norm over the chosen parameters.</summary>
    /// <param name="parameters">Where the derivatives are taken.</param>
    /// <param name="chosen">Which of them are moved.</param>
    /// <param name="analytic">The derivatives of all parameters to be checked.</param>
    /// <param name="cost">The cost at other parameters.</param>
    public static double Ratio(double[] parameters, int[] chosen, ReadOnlySpan<double> analytic, Func<double[], double> cost)
    {
        var moved = (double[])parameters.Clone();
        double differences = 0, numerics = 0, analytics = 0;
        foreach (int i in chosen)
        {
            moved[i] = parameters[i] + Step;
            double above = cost(moved);
            moved[i] = parameters[i] - Step;
            double below = cost(moved);
            moved[i] = parameters[i];

            double numeric = (above - below) / (2 * Step);
            differences += (numeric - analytic[i]) * (numeric - analytic[i]);
            numerics += numeric * numeric;
            analytics += analytic[i] * analytic[i];
        }

        return Math.Sqrt(differences) / (Math.Sqrt(numerics) + Math.Sqrt(analytics));
    }
}
