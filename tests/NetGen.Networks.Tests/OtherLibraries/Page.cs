using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Networks.Tests.OtherLibraries;

/// <summary>The page of docs that tells how PyTorch and Keras differ: its tables and its code.</summary>
internal static partial class Page
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "OtherLibraries", "coming-from-pytorch-or-keras.md")).ReplaceLineEndings("\n");

    /// <summary>The blocks of code in a language, in the order of the page.</summary>
    public static string[] Code(string language) =>
        [.. Block().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value)];

    /// <summary>What the table of costs says that a cost of theirs is to be multiplied by.</summary>
    /// <param name="cost">The first cell of the row.</param>
    /// <param name="k">The number of outputs.</param>
    public static double CostFactor(string cost, int k)
    {
        string row = Text.Split('\n').Single(line => line.StartsWith($"| {cost} |", StringComparison.Ordinal));
        string[] quotient = row.Split('|')[^2].Split('/');
        return quotient
            .Select(term => term.Trim() == "k" ? k : double.Parse(term, CultureInfo.InvariantCulture))
            .Aggregate((factor, divisor) => factor / divisor);
    }

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
