using System;
using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>
/// The focal loss, fused with the output. Of sigmoid outputs it is one of each element. Of softmax outputs, what class k adds depends on Z only through its
/// probability: with g[k], its derivative times that probability, dZ[j] = g[j] - A[j] (sum over k of g[k]).
/// </summary>
internal sealed class Focal(double gamma) : LossFunction
{
    /// <inheritdoc/>
    public override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta)
    {
        if (!output.Facts.IsElementwise)
        {
            throw new InvalidOperationException("The focal loss of softmax outputs is a loss of a whole example.");
        }

        writer.Line($"{text.Type} {delta} = Logits.FocalDelta({z}, {y}, {text.Literal(gamma)});");
        return Expression.Primary($"Logits.FocalLoss({z}, {y}, {text.Literal(gamma)})");
    }

    /// <summary>g of a class.</summary>
    /// <param name="text">How vectors are written.</param>
    /// <param name="a">The probability of the class.</param>
    /// <param name="missed">The negative logarithm of it.</param>
    /// <param name="y">The label of the class.</param>
    public Expression Pull(VectorText text, string a, string missed, string y) =>
        Expression.Primary($"Logits.FocalPull({a}, {missed}, {y}, {text.Literal(gamma)})");

    /// <summary>What one class adds to the loss of an example.</summary>
    /// <param name="text">How vectors are written.</param>
    /// <param name="a">The probability of the class.</param>
    /// <param name="missed">The negative logarithm of it.</param>
    /// <param name="y">The label of the class.</param>
    public Expression OfClass(VectorText text, string a, string missed, string y) =>
        Expression.Primary($"Logits.FocalClassLoss({a}, {missed}, {y}, {text.Literal(gamma)})");
}
