using NetGen.Tests.Numerics;

namespace NetGen.Networks.Tests.Reference;

/// <summary>
/// The activations that work on one Z at a time, their derivatives, and the sum of the absolute terms of the textbook formula of each
/// (1 - a^2 has the terms 1 and a^2: where they cancel, no implementation keeps the digits).
/// </summary>
internal static class ActivationFunctions
{
    private static readonly double GeluScale = Math.Sqrt(2 / Math.PI);
    private const double GeluCubic = 0.044715;

    /// <summary>A = g(Z).</summary>
    public static (double Value, double Terms) Value(DenseDescription layer, double z)
    {
        switch (layer.Activation)
        {
            case Activation.Linear:
                return Exact(z);
            case Activation.Sigmoid:
                return Exact(Sigmoid(z));
            case Activation.Tanh:
                return Exact(Math.Tanh(z));
            case Activation.Relu:
                return Exact(Math.Max(0, z));
            case Activation.LeakyRelu:
                return Exact(z > 0 ? z : layer.Slope * z);
            case Activation.Gelu:
                double t = Math.Tanh(GeluScale * (z + GeluCubic * z * z * z));
                return (0.5 * z * (1 + t), 0.5 * Math.Abs(z) * (1 + Math.Abs(t)));
            case Activation.GeluErf:
                double erf = ErrorFunction.Of(z / Math.Sqrt(2)).High;
                return (0.5 * z * (1 + erf), 0.5 * Math.Abs(z) * (1 + Math.Abs(erf)));
            case Activation.Silu:
                return Exact(z * Sigmoid(z));
            case Activation.Elu:
                return z > 0 ? Exact(z) : (Math.Exp(z) - 1, Math.Exp(z) + 1);
            case Activation.Softplus:
                return Exact(Softplus(z));
            case Activation.Exponential:
                return Exact(Math.Exp(z));
            default:
                throw new ArgumentOutOfRangeException(nameof(layer), layer.Activation, "Not an activation of one Z.");
        }
    }

    /// <summary>The derivative g'(Z).</summary>
    public static (double Value, double Terms) Derivative(DenseDescription layer, double z)
    {
        switch (layer.Activation)
        {
            case Activation.Linear:
                return (1, 1);
            case Activation.Sigmoid:
                double a = Sigmoid(z);
                return (a * Sigmoid(-z), a + a * a);
            case Activation.Tanh:
                double tanh = Math.Tanh(z);
                return (1 - tanh * tanh, 1 + tanh * tanh);
            case Activation.Relu:
                return Exact(z > 0 ? 1 : 0);
            case Activation.LeakyRelu:
                return Exact(z > 0 ? 1 : layer.Slope);
            case Activation.Gelu:
                double t = Math.Tanh(GeluScale * (z + GeluCubic * z * z * z));
                double inner = GeluScale * (1 + 3 * GeluCubic * z * z);
                return (0.5 * (1 + t) + 0.5 * z * (1 - t * t) * inner, 0.5 * (1 + Math.Abs(t)) + 0.5 * Math.Abs(z) * (1 + t * t) * inner);
            case Activation.GeluErf:
                double erf = ErrorFunction.Of(z / Math.Sqrt(2)).High;
                double density = z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
                return (0.5 * (1 + erf) + density, 0.5 * (1 + Math.Abs(erf)) + Math.Abs(density));
            case Activation.Silu:
                double s = Sigmoid(z);
                return (s * (1 + z * Sigmoid(-z)), s * (1 + Math.Abs(z) * (1 + s)));
            case Activation.Elu:
                return z > 0 ? (1, 1) : (Math.Exp(z), Math.Exp(z) + 2);
            case Activation.Softplus:
                return (Sigmoid(z), 1 + Sigmoid(-z));
            case Activation.Exponential:
                return Exact(Math.Exp(z));
            default:
                throw new ArgumentOutOfRangeException(nameof(layer), layer.Activation, "Not an activation of one Z.");
        }
    }

    /// <summary>The largest absolute second derivative, away from kinks: how strongly an error of Z shows in g'(Z). That of exp(Z) has no bound.</summary>
    public static double LargestCurvature(Activation activation, double z) => activation switch
    {
        Activation.Exponential => Math.Exp(z),
        Activation.Sigmoid => 0.1,
        Activation.Tanh => 0.77,
        Activation.Gelu or Activation.GeluErf => 0.8,
        Activation.Silu => 0.5,
        Activation.Elu => 1,
        Activation.Softplus => 0.25,
        _ => 0,
    };

    /// <summary>Whether the derivative jumps at Z = 0.</summary>
    public static bool HasKink(DenseDescription layer) => layer.Activation is Activation.Relu or Activation.LeakyRelu;

    /// <summary>1 / (1 + exp(-z)), accurate at both ends.</summary>
    public static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    /// <summary>log(1 + exp(z)), accurate at both ends: log(1 + e) through the quotient that undoes the rounding of 1 + e.</summary>
    public static double Softplus(double z)
    {
        double e = Math.Exp(-Math.Abs(z));
        double sum = 1 + e;
        double log = sum == 1 ? e : Math.Log(sum) * (e / (sum - 1));
        return Math.Max(z, 0) + log;
    }

    private static (double Value, double Terms) Exact(double value) => (value, Math.Abs(value));
}
