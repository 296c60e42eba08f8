using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>
/// An activation as emitted code computes it, on vectors; each formula is that of the documentation of <see cref="Activation"/>. A kind of activation is one
/// class, one line in <see cref="Of(ActivationSpec)"/> and one in <see cref="ActivationFacts"/>: the compiler names each of the three that is forgotten.
/// </summary>
internal abstract class ActivationFunction(ActivationFacts facts)
{
    /// <summary>What is known of it beside its formula.</summary>
    public ActivationFacts Facts => facts;

    /// <summary>The cycles of one vector, with its derivative where that needs a function of its own.</summary>
    public virtual double Cycles => facts.IsPiecewiseLinear ? 0 : 20;

    /// <summary>The activation that a layer declares.</summary>
    public static ActivationFunction Of(ActivationSpec activation)
    {
        ActivationFacts facts = ActivationFacts.Of(activation.Kind);
        return activation.Kind switch
        {
            Activation.Linear => new Linear(facts),
            Activation.Sigmoid => new Sigmoid(facts),
            Activation.Tanh => new Tanh(facts),
            Activation.Relu => new Relu(facts),
            Activation.LeakyRelu => new LeakyRelu(facts, activation.Slope),
            Activation.Softmax => new Softmax(facts),
            Activation.Gelu => new Gelu(facts),
            Activation.Silu => new Silu(facts),
            Activation.Elu => new Elu(facts),
            Activation.Softplus => new Softplus(facts),
            Activation.GeluErf => new GeluErf(facts),
            Activation.Exponential => new Exponential(facts),
        };
    }

    /// <summary>g(z) of a vector of some bits in a variable.</summary>
    public abstract Expression Value(VectorText text, int bits, string z);

    /// <summary>d * g'(Z), from A in a variable; where A does not give it, what was kept is multiplied instead.</summary>
    public abstract Expression TimesDerivative(VectorText text, int bits, string d, string a);

    /// <summary>Statements that declare <paramref name="a"/> = g(z) and <paramref name="slope"/> = g'(z).</summary>
    public virtual void WriteValueAndDerivative(CodeWriter writer, VectorText text, int bits, string z, string a, string slope)
    {
        writer.Line($"{text.TypeOf(bits)} {a} = {Value(text, bits, z)};");
        writer.Line($"{text.TypeOf(bits)} {slope} = {TimesDerivative(text, bits, $"{text.TypeOf(bits)}.One", a)};");
    }
}
