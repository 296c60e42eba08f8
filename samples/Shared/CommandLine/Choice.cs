namespace Samples.CommandLine;

/// <summary>One of the words that an option takes.</summary>
/// <param name="Word">The word on the command line.</param>
/// <param name="Value">What it means.</param>
public sealed record Choice<TValue>(string Word, TValue Value)
{
    /// <summary>The word, which is what --help shows of a default.</summary>
    public override string ToString() => Word;
}
