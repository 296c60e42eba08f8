using NetGen;

namespace Digits;

/// <summary>Pictures of digits, as rows of ink between 0 and 1, with the digit that each shows.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Side">The number of rows and of columns of a picture.</param>
/// <param name="Train">Those to learn from.</param>
/// <param name="Test">Those to be tried on.</param>
internal sealed record DigitPictures(string Source, int Side, Dataset<float> Train, Dataset<float> Test)
{
    /// <summary>The number of digits.</summary>
    public const int Classes = 10;
}
