using System.IO.Compression;
using System.Reflection;
using NetGen.Package.Tests;

[assembly: AssemblyFixture(typeof(InstalledPackage))]

namespace NetGen.Package.Tests;

/// <summary>The package as a user gets it, packed once, in a folder of its own with a package source and a package cache that nobody else uses.</summary>
public sealed class InstalledPackage : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "netgen-package-" + Guid.NewGuid().ToString("n"));

    /// <summary>The paths of the files in the package.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>The configuration that is tested.</summary>
    public static string Configuration => Metadata("Configuration");

    /// <summary>Where packages of this user are: what the SDK itself brings as packages, such as the native compiler, is taken from there.</summary>
    private static string UsersPackages => Metadata("PackageRoot");

    /// <summary>A version of its own: the user's packages may hold the package of a version that is released, and what lies there is taken first.</summary>
    private string Version { get; } = $"0.1.0-test.{Guid.NewGuid():n}";

    private string Source => Path.Combine(folder, "packages");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        string project = Path.Combine(RepositoryRoot, "src", "NetGen.Runtime", "NetGen.Runtime.csproj");
        (int exitCode, string output) = await Dotnet.RunAsync(
            folder, "pack", project, "--no-build", "-c", Configuration, "-o", Source, $"-p:PackageVersion={Version}");
        Assert.True(exitCode == 0, output);
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(Source, "NetGen.*.nupkg").Single());
        Files = [.. package.Entries.Select(entry => entry.FullName)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes a console project that references the package and nothing else, and returns its folder.</summary>
    public string CreateProject(string name, string program)
    {
        string project = CreateFolder(name);
        File.WriteAllText(Path.Combine(project, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{Source}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{UsersPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestorePackagesPath>{Path.Combine(folder, "cache")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), program);
        return project;
    }

    /// <summary>
    /// Restores what the SDK brings as packages for another kind of publish, so that it is among the user's; skips the test where that cannot be.
    /// </summary>
    /// <param name="what">What is restored.</param>
    /// <param name="runtimeIdentifier">The system that is published for.</param>
    /// <param name="property">The property of the project that asks for it.</param>
    public async Task RequirePackagesAsync(string what, string runtimeIdentifier, string property)
    {
        string project = CreateFolder(Path.GetRandomFileName());
        await File.WriteAllTextAsync(Path.Combine(project, "Restored.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                {property}
              </PropertyGroup>
            </Project>
            """);
        (int exitCode, string output) = await Dotnet.RunAsync(project, "restore", "-r", runtimeIdentifier);
        Assert.SkipUnless(exitCode == 0, $"{what} does not restore: {output}");
    }

    private string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private static string Metadata(string key) =>
        typeof(InstalledPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
