namespace Samples.CommandLine;

/// <summary>What a sample returns to the shell.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>What the sample checks does not hold.</summary>
    public const int Failure = 1;

    /// <summary>The command line or a file is not as it should be; one line on the error output says how.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C ended the training early; what was reached has been printed.</summary>
    public const int Stopped = 130;
}
