using NetGen.Generator.Activations;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>The sums start from the bias and end with an activation.</summary>
/// <param name="activation">The activation; linear for none.</param>
/// <param name="isCompact">Whether the result is one value an example, the values of all examples side by side.</param>
internal sealed class BiasEpilogue(ActivationSpec activation, bool isCompact) : Epilogue
{
    /// <inheritdoc/>
    public override void WritePanelStart(KernelWriter kernel, string column) =>
        kernel.Writer.Line($"ref {kernel.Element} panelBias = ref {VectorText.At("bias", column)};");

    /// <inheritdoc/>
    public override string Start(KernelWriter kernel, Piece piece) => VectorText.Load(piece.Bits, "panelBias", piece.Offset);

    /// <inheritdoc/>
    public override void WritePlace(KernelWriter kernel, string place) =>
        kernel.Writer.Line($"ref {kernel.Element} z = ref Unsafe.Add(ref output, {place});");

    /// <inheritdoc/>
    public override void WriteResult(KernelWriter kernel, int row, int piece, Piece vector, long offset)
    {
        string sum = OuterTile.Accumulator(row, piece);
        kernel.Writer.Line(isCompact
            ? $"{VectorText.At("z", row)} = {sum}.ToScalar();"
            : VectorText.Store(ActivationFunction.Of(activation).Value(kernel.Text, vector.Bits, sum), "z", offset));
    }
}
