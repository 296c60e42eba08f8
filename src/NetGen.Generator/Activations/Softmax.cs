using System;
using NetGen.Generator.Text;

namespace NetGen.Generator.Activations;

/// <summary>
/// g(z)[j] = exp(z[j]) / sum over k of exp(z[k]) of each example: no function of one element, so the writers of the output have their own code for it.
/// </summary>
internal sealed class Softmax(ActivationFacts facts) : ActivationFunction(facts)
{
    /// <inheritdoc/>
    public override Expression Value(VectorText text, int bits, string z) => throw NotOfOneElement();

    /// <inheritdoc/>
    public override Expression TimesDerivative(VectorText text, int bits, string d, string a) => throw NotOfOneElement();

    private static InvalidOperationException NotOfOneElement() => new("Softmax is not a function of one element.");
}
