using NetGen.Generator.Activations;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>The sums are multiplied by the derivative of an activation.</summary>
/// <param name="activation">The activation.</param>
/// <param name="isKept">Whether its derivative was kept; else it follows from its result.</param>
/// <param name="adds">Whether the result holds a part already, which comes first.</param>
internal sealed class DerivativeEpilogue(ActivationSpec activation, bool isKept, bool adds) : Epilogue
{
    private readonly ActivationFunction function = ActivationFunction.Of(activation);

    /// <inheritdoc/>
    public override string Start(KernelWriter kernel, Piece piece) => kernel.Text.ZeroOf(piece.Bits);

    /// <inheritdoc/>
    public override void WritePlace(KernelWriter kernel, string place)
    {
        kernel.Writer.Line($"nint first = {place};");
        kernel.Writer.Line($"ref {kernel.Element} r = ref Unsafe.Add(ref result, first);");
        if (isKept)
        {
            kernel.Writer.Line($"ref {kernel.Element} g = ref Unsafe.Add(ref derivative, first);");
        }
        else if (function.Facts.Derivative != DerivativeSource.Nothing)
        {
            kernel.Writer.Line($"ref {kernel.Element} a = ref Unsafe.Add(ref activation, first);");
        }
    }

    /// <inheritdoc/>
    public override void WriteResult(KernelWriter kernel, int row, int piece, Piece vector, long offset) =>
        kernel.Writer.Line(VectorText.Store(Delta(kernel, row, piece, vector, offset), "r", offset));

    private Expression Delta(KernelWriter kernel, int row, int piece, Piece vector, long offset)
    {
        string d = OuterTile.Accumulator(row, piece);
        if (adds)
        {
            kernel.Writer.Line($"{d} += {VectorText.Load(vector.Bits, "r", offset)};");
        }

        if (function.Facts.Derivative == DerivativeSource.Nothing)
        {
            return Expression.Primary(d);
        }

        if (isKept)
        {
            return Expression.Product($"{d} * {VectorText.Load(vector.Bits, "g", offset)}");
        }

        string a = VectorText.Load(vector.Bits, "a", offset);
        if (!function.Facts.IsPiecewiseLinear)
        {
            // A is named more than once in the formula.
            kernel.Writer.Line($"{kernel.Text.TypeOf(vector.Bits)} a{row}_{piece} = {a};");
            a = $"a{row}_{piece}";
        }

        return function.TimesDerivative(kernel.Text, vector.Bits, d, a);
    }
}
