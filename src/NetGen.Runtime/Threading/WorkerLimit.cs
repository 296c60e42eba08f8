using System.Globalization;

namespace NetGen.CompilerServices;

/// <summary>How many workers a job may have at most.</summary>
internal static class WorkerLimit
{
    /// <summary>The limit: the setting, or without one the number of processors.</summary>
    /// <param name="setting">The value of <see cref="WorkerTeam.LimitSetting"/>, a text where it comes from the runtime's configuration; null where it is not
    /// set.</param>
    /// <param name="processors">The number of processors.</param>
    /// <exception cref="InvalidOperationException">The setting is no whole number, or less than 1.</exception>
    public static int Of(object? setting, int processors)
    {
        if (setting is null)
        {
            return processors;
        }

        string? text = Convert.ToString(setting, CultureInfo.InvariantCulture);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit >= 1)
        {
            return limit;
        }

        throw new InvalidOperationException(
            $"The setting {WorkerTeam.LimitSetting} is \"{text}\", but must be a number of threads, at least 1: "
                + "correct it in the project or in runtimeconfig.json.");
    }
}
