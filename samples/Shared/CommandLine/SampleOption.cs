using System.CommandLine;
using System.CommandLine.Parsing;

namespace Samples.CommandLine;

/// <summary>The kinds of option that the samples have, each with messages that say what was expected.</summary>
public static class SampleOption
{
    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="defaultValue">Its value when it is not given.</param>
    /// <param name="minimum">The least number allowed.</param>
    /// <param name="maximum">The greatest number allowed.</param>
    public static Option<int> WholeNumber(string name, string description, int defaultValue, int minimum = 1, int maximum = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => ParseWholeNumber(name, minimum, maximum, result),
    };

    /// <summary>An option that takes a whole number and has no fixed default.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets, and what happens without it.</param>
    /// <param name="minimum">The least number allowed.</param>
    public static Option<int?> OptionalWholeNumber(string name, string description, int minimum = 1) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseWholeNumber(name, minimum, int.MaxValue, result),
    };

    /// <summary>An option that takes a learning rate.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="defaultValue">Its value when it is not given.</param>
    public static Option<double> Rate(string name, string description, double defaultValue) => new(name)
    {
        Description = description,
        HelpName = "A",
        DefaultValueFactory = _ => defaultValue,
        CustomParser = result => ParseRate(name, result),
    };

    /// <summary>An option that takes a learning rate and has no fixed default.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets, and what happens without it.</param>
    public static Option<double?> OptionalRate(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "A",
        CustomParser = result => ParseRate(name, result),
    };

    /// <summary>An option that takes one of several words.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it sets.</param>
    /// <param name="choices">The words and what they mean; the first is the default.</param>
    public static Option<Choice<TValue>> Choice<TValue>(string name, string description, params Choice<TValue>[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(choice => choice.Word)),
        DefaultValueFactory = _ => choices[0],
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (choices.FirstOrDefault(choice => choice.Word == given) is { } chosen)
            {
                return chosen;
            }

            result.AddError($"{name} takes one of {string.Join<Choice<TValue>>(", ", choices)}, but '{given}' was given.");
            return null;
        },
    };

    /// <summary>An option that takes a path.</summary>
    /// <param name="name">The option.</param>
    /// <param name="valueName">What the path leads to: DIR or FILE.</param>
    /// <param name="description">What it is for.</param>
    public static Option<string?> Path(string name, string valueName, string description) => new(name)
    {
        Description = description,
        HelpName = valueName,
        CustomParser = result => ParsePath(name, result),
    };

    private static string? ParsePath(string name, ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (!string.IsNullOrWhiteSpace(given))
        {
            return given;
        }

        result.AddError($"{name} takes a path, but '{given}' was given.");
        return null;
    }

    private static int ParseWholeNumber(string name, int minimum, int maximum, ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        string range = maximum == int.MaxValue ? $"of at least {minimum}" : $"from {minimum} to {maximum}";
        result.AddError($"{name} takes a whole number {range}, but '{given}' was given.");
        return minimum;
    }

    private static double ParseRate(string name, ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate > 0 && double.IsFinite(rate))
        {
            return rate;
        }

        result.AddError($"{name} takes a number above 0, such as 0.0075, but '{given}' was given.");
        return 1;
    }
}
