namespace NetGen.Package.Tests;

/// <summary>What other programs this machine has.</summary>
internal static class Programs
{
    /// <summary>Whether a program can be started by its name.</summary>
    public static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
