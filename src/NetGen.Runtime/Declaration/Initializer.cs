namespace NetGen;

/// <summary>How the initial weights of a layer with n[l-1] inputs and n[l] units are drawn. Biases start at zero.</summary>
public enum Initializer
{
    /// <summary>Standard normal / sqrt(n[l-1]). The default.</summary>
    ScaledNormal = 0,

    /// <summary>Standard normal * 0.01.</summary>
    SmallNormal = 1,

    /// <summary>All zero. Right for a network of one layer only: in a hidden layer all units would stay equal for ever.</summary>
    Zeros = 2,

    /// <summary>Standard normal * sqrt(2 / n[l-1]), for ReLU layers (He et al., 2015).</summary>
    He = 3,

    /// <summary>Uniform in plus or minus sqrt(6 / (n[l-1] + n[l])) (Glorot and Bengio, 2010).</summary>
    GlorotUniform = 4,
}
