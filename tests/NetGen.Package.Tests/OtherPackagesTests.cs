using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Package.Tests;

/// <summary>The packages beside that of NetGen.</summary>
public sealed class OtherPackagesTests
{
    [Theory]
    [InlineData("NetGen.Data.Csv", "NetGen", "Sep")]
    [InlineData("NetGen.Reports", "NetGen")]
    public async Task It_carries_its_own_library_and_depends_on_nothing_else(string name, params string[] dependencies)
    {
        string folder = Directory.CreateTempSubdirectory("netgen-other-package-").FullName;
        try
        {
            string project = Path.Combine(InstalledPackage.RepositoryRoot, "src", name, $"{name}.csproj");
            (int exitCode, string output) = await Dotnet.RunAsync(folder, "pack", project, "--no-build", "-c", InstalledPackage.Configuration, "-o", folder);
            Assert.True(exitCode == 0, output);
            using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(folder, $"{name}.*.nupkg").Single());
            Assert.Equal(
                [$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"],
                package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.NotNull(package.GetEntry("README.md"));

            using Stream text = package.GetEntry($"{name}.nuspec")!.Open();
            XDocument specification = await XDocument.LoadAsync(text, LoadOptions.None, TestContext.Current.CancellationToken);
            Assert.Equal(
                dependencies,
                specification.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)
                    .Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
