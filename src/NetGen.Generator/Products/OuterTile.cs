using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>
/// The body of an outer tile: accumulators for rows by vectors, in registers; each round loads the vectors of one row of the one operand and multiplies them
/// with one element a row of the other. Forward, backward and gradient kernels differ only in what they walk along.
/// </summary>
/// <param name="Text">The vector type.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Pieces">The vectors of a row.</param>
/// <param name="Scalars">The ref whose elements are broadcast.</param>
/// <param name="ScalarStride">The distance between the elements of two rows.</param>
/// <param name="ScalarStep">How far that ref moves a round.</param>
/// <param name="Vectors">The ref whose vectors are loaded.</param>
/// <param name="VectorStep">How far that ref moves a round.</param>
/// <param name="Rounds">The number of rounds, a C# expression.</param>
internal sealed record OuterTile(
    VectorText Text, int Rows, IReadOnlyList<Piece> Pieces, string Scalars, int ScalarStride, int ScalarStep, string Vectors, int VectorStep, string Rounds)
{
    /// <summary>The accumulator of a row and a vector.</summary>
    public static string Accumulator(int row, int piece) => $"c{row}_{piece}";

    /// <summary>Writes the accumulators and the loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">What an accumulator starts from, by the index of its vector.</param>
    public void Write(CodeWriter writer, Func<int, string> start)
    {
        for (int piece = 0; piece < Pieces.Count; piece++)
        {
            string first = start(piece);
            IEnumerable<string> others = Enumerable.Range(1, Rows - 1).Select(row => $", {Accumulator(row, piece)} = {Accumulator(0, piece)}");
            writer.Line($"{Text.TypeOf(Pieces[piece].Bits)} {Accumulator(0, piece)} = {first}{string.Concat(others)};");
        }

        int widest = Pieces.Max(piece => piece.Bits);
        if (Rounds == "1")
        {
            WriteRound(writer, widest);
            return;
        }

        using (writer.Block($"for (nint round = {Rounds}; round > 0; round--)"))
        {
            WriteRound(writer, widest);
            writer.Line($"{Vectors} = ref Unsafe.Add(ref {Vectors}, {VectorText.Number(VectorStep)});");
            writer.Line($"{Scalars} = ref Unsafe.Add(ref {Scalars}, {VectorText.Number(ScalarStep)});");
        }
    }

    private void WriteRound(CodeWriter writer, int widest)
    {
        for (int piece = 0; piece < Pieces.Count; piece++)
        {
            writer.Line($"{Text.TypeOf(Pieces[piece].Bits)} v{piece} = {VectorText.Load(Pieces[piece].Bits, Vectors, Pieces[piece].Offset)};");
        }

        for (int row = 0; row < Rows; row++)
        {
            string element = $"{VectorText.ClassOf(widest)}.Create({VectorText.At(Scalars, (long)row * ScalarStride)})";
            if (Pieces.Count == 1)
            {
                writer.Line($"{Accumulator(row, 0)} = {VectorText.MultiplyAdd(element, "v0", Accumulator(row, 0))};");
                continue;
            }

            writer.Line($"{Text.TypeOf(widest)} s{row} = {element};");
            for (int piece = 0; piece < Pieces.Count; piece++)
            {
                string scalar = VectorText.Narrow($"s{row}", widest, Pieces[piece].Bits);
                writer.Line($"{Accumulator(row, piece)} = {VectorText.MultiplyAdd(scalar, $"v{piece}", Accumulator(row, piece))};");
            }
        }
    }
}
