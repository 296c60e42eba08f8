using NetGen;
using NetGen.Numerics;

namespace Digits;

/// <summary>
/// The same digits written a little differently, anew for each batch: turned, slanted, larger or smaller, and moved, by amounts that are drawn for each
/// picture. A digit stays the same digit, so a network sees far more of them than there are.
/// </summary>
/// <param name="side">The number of rows and of columns of a picture.</param>
/// <param name="turn">How far it is turned and slanted at most, in radians.</param>
/// <param name="move">How far it is moved at most, in pixels.</param>
/// <param name="scale">By which share it is larger or smaller at most.</param>
internal sealed class Distortion(int side, double turn, double move, double scale)
{
    /// <summary>The examples, distorted whenever they are trained with.</summary>
    /// <param name="digits">The examples.</param>
    public Dataset<float> Of(Dataset<float> digits) => digits.WithAugmentation((x, inputSize, _, _, random) =>
    {
        Span<float> original = stackalloc float[inputSize];
        for (int first = 0; first < x.Length; first += inputSize)
        {
            Span<float> picture = x.Slice(first, inputSize);
            picture.CopyTo(original);
            Distort(original, picture, random);
        }
    });

    private void Distort(ReadOnlySpan<float> original, Span<float> picture, RandomSource random)
    {
        double angle = Drawn(turn), slant = Drawn(turn), size = 1 + Drawn(scale), right = Drawn(move), down = Drawn(move);
        double along = size * Math.Cos(angle), across = size * Math.Sin(angle), middle = (side - 1) / 2.0;
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                double x = column - middle, y = row - middle;
                double fromRow = (across * x) + (along * y) + middle + down, fromColumn = (along * x) + ((slant - across) * y) + middle + right;
                picture[(row * side) + column] = Ink(original, fromRow, fromColumn);
            }
        }

        double Drawn(double most) => most * ((2 * random.NextDouble()) - 1);
    }

    /// <summary>The ink between four pixels.</summary>
    private float Ink(ReadOnlySpan<float> original, double row, double column)
    {
        int above = (int)Math.Floor(row), left = (int)Math.Floor(column);
        float down = (float)(row - above), right = (float)(column - left);
        return ((1 - down) * Between(original, above, left, right)) + (down * Between(original, above + 1, left, right));
    }

    private float Between(ReadOnlySpan<float> original, int row, int left, float right) =>
        ((1 - right) * At(original, row, left)) + (right * At(original, row, left + 1));

    private float At(ReadOnlySpan<float> original, int row, int column) =>
        (uint)row < (uint)side && (uint)column < (uint)side ? original[(row * side) + column] : 0;
}
