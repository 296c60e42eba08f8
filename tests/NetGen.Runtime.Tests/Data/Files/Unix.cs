using System.Diagnostics;

namespace NetGen.Runtime.Tests.Data.Files;

/// <summary>What tests of files need of a Unix system.</summary>
internal static class Unix
{
    /// <summary>Skips the test elsewhere.</summary>
    public static void Require() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");

    /// <summary>Whether this user may everything.</summary>
    public static bool IsSuperuser => Environment.IsPrivilegedProcess;

    /// <summary>The permission bits of a file or folder; none on Windows.</summary>
    public static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    /// <summary>Sets the permission bits of a file or folder.</summary>
    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>Runs a program.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Whether a path is what "test" calls by a letter: p a pipe, c a device of characters, S a socket, L a symbolic link.</summary>
    public static bool Is(char kind, string path) => Run("test", $"-{kind}", path);
}
