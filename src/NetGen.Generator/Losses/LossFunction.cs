using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>
/// A loss as emitted code computes it, on vectors, and what it gives to dZ[L]. A kind of loss is one class, one line in <see cref="Of"/> and one in
/// <see cref="LossFacts"/>: the compiler names each of the three that is forgotten.
/// </summary>
internal abstract class LossFunction
{
    /// <summary>The function of a loss.</summary>
    public static LossFunction Of(Loss loss) => loss switch
    {
        Loss.SquaredError => new SquaredError(),
        Loss.BinaryCrossEntropy => new BinaryCrossEntropy(),
        Loss.CrossEntropy => new CrossEntropy(),
        Loss.AbsoluteError => new AbsoluteError(),
    };

    /// <summary>
    /// Declares <paramref name="delta"/> = dLoss/dZ for an output activation that works element by element, and returns the loss.
    /// </summary>
    public abstract Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta);
}
