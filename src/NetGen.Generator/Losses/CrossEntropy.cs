using System;
using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>Fused with the softmax of the output: dZ = A - Y, and the loss is the sum over the classes of Y (log of the sum of exp(Z) - Z).</summary>
internal sealed class CrossEntropy : LossFunction
{
    /// <inheritdoc/>
    public override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta) =>
        throw new InvalidOperationException("Cross-entropy is a loss of a whole example.");

    /// <summary>What one class adds to the loss of an example.</summary>
    /// <param name="z">Z of the class.</param>
    /// <param name="logSum">The logarithm of the sum of the exponentials of all Z of the example.</param>
    /// <param name="y">The label of the class.</param>
    public static Expression OfClass(string z, string logSum, string y) => Expression.Primary($"Logits.ClassLoss({z}, {logSum}, {y})");
}
