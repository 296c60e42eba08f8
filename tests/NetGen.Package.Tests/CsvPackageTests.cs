using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Package.Tests;

/// <summary>The package that reads CSV files.</summary>
public sealed class CsvPackageTests
{
    [Fact]
    public async Task It_carries_its_own_library_and_depends_on_NetGen_and_Sep()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-csv-package-").FullName;
        try
        {
            string project = Path.Combine(InstalledPackage.RepositoryRoot, "src", "NetGen.Data.Csv", "NetGen.Data.Csv.csproj");
            (int exitCode, string output) = await Dotnet.RunAsync(folder, "pack", project, "--no-build", "-c", InstalledPackage.Configuration, "-o", folder);
            Assert.True(exitCode == 0, output);
            using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(folder, "NetGen.Data.Csv.*.nupkg").Single());
            Assert.Equal(
                ["lib/net10.0/NetGen.Data.Csv.dll", "lib/net10.0/NetGen.Data.Csv.xml"],
                package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.NotNull(package.GetEntry("README.md"));

            using Stream text = package.GetEntry("NetGen.Data.Csv.nuspec")!.Open();
            XDocument specification = await XDocument.LoadAsync(text, LoadOptions.None, TestContext.Current.CancellationToken);
            Assert.Equal(
                ["NetGen", "Sep"],
                specification.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)
                    .Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
