using NetGen.Reports;

namespace Samples.CommandLine;

/// <summary>The folder that a report is written to.</summary>
internal static class ReportFolder
{
    private const string PageName = "report.html";

    /// <summary>Makes sure that a report can be written to a folder.</summary>
    /// <param name="folder">The folder, created if it does not exist.</param>
    /// <exception cref="SampleException">The folder cannot be written to.</exception>
    public static void Prepare(string folder) => Write(folder, () =>
    {
        Directory.CreateDirectory(folder);
        File.Create(Path.Combine(folder, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
    });

    /// <summary>Writes the page and the drawings beside it.</summary>
    /// <param name="folder">The folder, created if it does not exist.</param>
    /// <param name="report">The page.</param>
    /// <param name="drawings">The name of each file beside it, and its content.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="SampleException">The folder cannot be written to.</exception>
    public static string Save(string folder, Report report, IEnumerable<(string FileName, string Svg)> drawings)
    {
        string path = Path.Combine(folder, PageName);
        Write(folder, () =>
        {
            Directory.CreateDirectory(folder);
            foreach ((string fileName, string svg) in drawings)
            {
                File.WriteAllText(Path.Combine(folder, fileName), svg);
            }

            report.Write(path);
        });
        return path;
    }

    private static void Write(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"The report cannot be written to {Path.Combine(folder, PageName)}: {error.Message}", error);
        }
    }
}
