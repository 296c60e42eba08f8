namespace NetGen;

/// <summary>What a parameter of a layer is for: initializers and penalties on weights depend on it.</summary>
public enum ParameterRole
{
    /// <summary>W, which inputs are multiplied with.</summary>
    Weights = 0,

    /// <summary>b, which is added to the products.</summary>
    Bias = 1,

    /// <summary>What a normalized value is multiplied with.</summary>
    Scale = 2,

    /// <summary>What is added to a normalized value.</summary>
    Shift = 3,

    /// <summary>What is measured while training and used when predicting; no gradient reaches it.</summary>
    Statistic = 4,
}
