namespace NetGen;

/// <summary>How parameters are named, in emitted code as at run time: W1, b1, ...</summary>
internal static class ParameterSymbols
{
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
