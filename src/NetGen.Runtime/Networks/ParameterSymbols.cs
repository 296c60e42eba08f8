namespace NetGen;

/// <summary>How parameters are named, in emitted code as at run time: W1, b1, ...</summary>
internal static class ParameterSymbols
{
    /// <summary>The mean, of a unit or a column.</summary>
    public const string Mean = "mean";

    /// <summary>The variance of a unit.</summary>
    public const string Variance = "variance";

    /// <summary>What standardized columns are multiplied with: 1 / the deviation.</summary>
    public const string Factor = "scale";

    /// <summary>What the names of parameters of a role start with; the number of the layer follows.</summary>
    public static string Of(ParameterRole role) => role switch
    {
        ParameterRole.Weights => "W",
        ParameterRole.Bias => "b",
        ParameterRole.Scale => "gamma",
        ParameterRole.Shift => "beta",
        ParameterRole.Statistic => "statistic",
    };
}
