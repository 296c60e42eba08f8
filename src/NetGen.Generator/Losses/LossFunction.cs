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
    public static LossFunction Of(LossSpec loss) => loss.Kind switch
    {
        Loss.SquaredError => new SquaredError(),
        Loss.BinaryCrossEntropy => new BinaryCrossEntropy(),
        Loss.CrossEntropy => new CrossEntropy(),
        Loss.AbsoluteError => new AbsoluteError(),
        Loss.Huber => new Huber(loss.Parameter),
        Loss.Hinge => new Hinge(),
        Loss.Poisson => new Poisson(),
        Loss.Quantile => new Quantile(loss.Parameter),
        Loss.Focal => new Focal(loss.Parameter),
    };

    /// <summary>A label as the loss takes it, from the one that was loaded: smoothed where the declaration says so.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The outputs of an example.</param>
    /// <param name="text">How vectors are written.</param>
    /// <param name="y">The label that was loaded.</param>
    public static Expression Label(LossSpec loss, int outputs, VectorText text, string y) => loss.LabelSmoothing == 0.0
        ? Expression.Primary(y)
        : Expression.Sum($"({y} * {text.Literal(1.0 - loss.LabelSmoothing)}) + {text.Class}.Create({text.Literal(loss.SmoothingShare(outputs))})");

    /// <summary>
    /// Declares <paramref name="delta"/> = dLoss/dZ for an output activation that works element by element, and returns the loss.
    /// </summary>
    public abstract Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta);
}
