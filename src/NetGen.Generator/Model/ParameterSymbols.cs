namespace NetGen.Generator.Model;

/// <summary>How parameters are named: W1, b1, ...</summary>
internal static class ParameterSymbols
{
    /// <summary>What the names of parameters of a role start with; the number of the layer follows.</summary>
    public static string Of(ParameterRole role) => role switch
    {
        ParameterRole.Weights => "W",
        ParameterRole.Bias => "b",
        ParameterRole.Scale => "Scale",
        ParameterRole.Shift => "Shift",
        ParameterRole.Statistic => "Statistic",
    };
}
