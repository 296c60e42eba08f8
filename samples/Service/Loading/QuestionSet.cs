using System.Text.Json;
using Digits;
using NetGen;
using Service.Serving;

namespace Service.Loading;

/// <summary>The digits that are asked for: those held out, each also as the body of a request.</summary>
internal sealed class QuestionSet
{
    private readonly Dataset<float> digits;
    private readonly byte[][] bodies;

    /// <summary>Reads them.</summary>
    /// <param name="seed">Which digits are held out.</param>
    public QuestionSet(int seed)
    {
        digits = UciDigits.LoadMoved(seed).Test;
        bodies = [.. Enumerable.Range(0, digits.Count)
            .Select(number => JsonSerializer.SerializeToUtf8Bytes(new Question(Features(number).ToArray()), MessageJson.Default.Question))];
    }

    /// <summary>How many there are.</summary>
    public int Count => digits.Count;

    /// <summary>The ink of a digit.</summary>
    /// <param name="number">Which.</param>
    public ReadOnlySpan<float> Features(int number) => digits.X.Slice(number * digits.InputSize, digits.InputSize);

    /// <summary>The request for a digit.</summary>
    /// <param name="number">Which.</param>
    public byte[] Body(int number) => bodies[number];
}
