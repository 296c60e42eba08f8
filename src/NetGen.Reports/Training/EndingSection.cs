namespace NetGen.Reports;

/// <summary>What ended a training, and what to do about it.</summary>
internal static class EndingSection
{
    /// <summary>The section.</summary>
    /// <param name="result">What the training reached.</param>
    public static string Of(TrainingResult result)
    {
        bool isGood = result.End is TrainingEnd.Completed or TrainingEnd.OutOfPatience or TrainingEnd.Stopped && result.Failure is null;
        string advice = result.Divergence is { Advice.Length: > 0 } divergence ? $"""<p class="advice">{Markup.Escape(divergence.Advice)}</p>""" : "";
        string failure = result.Failure is { } thrown ? $"<pre>{Markup.Escape($"{thrown.GetType().Name}: {thrown.Message}")}</pre>" : "";
        return Section.Panel(
            "How it ended",
            "",
            $"""<p class="ending{(isGood ? "" : " bad")}">{Markup.Escape(Sentence(result.ToString()))}</p>{advice}{failure}""");
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";
}
