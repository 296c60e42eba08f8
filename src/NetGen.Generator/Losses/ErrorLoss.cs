using NetGen.Generator.Activations;
using NetGen.Generator.Text;

namespace NetGen.Generator.Losses;

/// <summary>A loss of the error yhat - y, after any activation that works element by element.</summary>
internal abstract class ErrorLoss : LossFunction
{
    /// <inheritdoc/>
    public sealed override Expression WriteElementwise(CodeWriter writer, ActivationFunction output, VectorText text, string z, string y, string delta)
    {
        string error = $"{delta}Error";
        if (output.Facts.Derivative == DerivativeSource.Nothing)
        {
            writer.Line($"{text.Type} {error} = {z} - {y};");
            writer.Line($"{text.Type} {delta} = {Derivative(text, error)};");
            return Value(text, error);
        }

        string slope = $"{delta}Slope";
        output.WriteValueAndDerivative(writer, text, text.Width.Bits, z, $"{delta}Output", slope);
        writer.Line($"{text.Type} {error} = {delta}Output - {y};");
        writer.Line($"{text.Type} {delta} = {Derivative(text, error)} * {slope};");
        return Value(text, error);
    }

    /// <summary>The loss of an error.</summary>
    protected abstract Expression Value(VectorText text, string error);

    /// <summary>Its derivative.</summary>
    protected abstract string Derivative(VectorText text, string error);
}
