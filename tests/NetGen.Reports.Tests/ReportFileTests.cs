using System.Text;

namespace NetGen.Reports.Tests;

/// <summary>A page is written whole or not at all.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-reports-").FullName;

    private string File => Path.Combine(folder, "report.html");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_holds_what_a_stream_receives_and_nothing_is_left_beside_it()
    {
        Report report = new Report("Title").AddText("Heading", "", "1 < 2");
        report.Write(File);
        report.Write(File);

        using var stream = new MemoryStream();
        report.WriteTo(stream);
        Assert.Equal(stream.ToArray(), System.IO.File.ReadAllBytes(File));
        Assert.True(stream.CanWrite);
        Assert.StartsWith("<!DOCTYPE html>\n", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        Assert.Equal([File], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_page_that_cannot_be_made_leaves_the_old_file()
    {
        System.IO.File.WriteAllText(File, "old");
        var report = new TrainingReport("Irises", Trainings.Network, Trainings.Completed(Trainings.History))
        {
            Evaluation = Iris.Evaluation,
            ClassNames = ["a"],
        };

        Assert.Throws<ArgumentException>(() => report.Write(File));
        RequireOld();
    }

    [Fact]
    public void A_file_that_is_read_only_stays_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        System.IO.File.WriteAllText(File, "old");
        System.IO.File.SetAttributes(File, FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => new Report("Title").Write(File));
        RequireOld();
    }

    [Fact]
    public void A_full_disk_says_so()
    {
        Assert.SkipUnless(System.IO.File.Exists("/dev/full"), "There is no /dev/full on this system.");

        var failure = Assert.Throws<IOException>(() => new Report("Title").Write("/dev/full"));
        Assert.Contains("no space is left on the disk", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(() => new Report("Title").Write(Path.Combine(folder, "missing", "report.html")));
        Assert.Contains("there is no folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Report(" "));
        Assert.Throws<ArgumentException>(() => new Report("Title").Write(""));
        Assert.Throws<ArgumentException>(() => new Report("Title").WriteTo(new MemoryStream([], writable: false)));
        Assert.Throws<ArgumentNullException>(() => new Report("Title").WriteTo(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BarChart { Label = "bars" }.Add("bar", double.NaN, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Chart { Label = "", XName = "", YName = "" }.AddPoints("", [], series: 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Chart { Label = "", XName = "", YName = "", Width = 20 });
        Assert.Throws<ArgumentException>(() => ChartGrid.ToSvgFile("", [], columns: 1));
        Assert.Throws<ArgumentException>("values", () => Picture.FromInk<float>([0, 1, 2], width: 2, height: 2));
        Assert.Throws<ArgumentOutOfRangeException>("right", () => DecisionPlane.Ask<float>(1, 1, 0, 1, (_, _) => { }));
    }

    private void RequireOld()
    {
        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFileSystemEntries(folder));
    }
}
