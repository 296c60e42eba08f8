using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Package.Tests;

/// <summary>The native AOT compiler of the SDK, where this machine has what it needs.</summary>
internal static class NativeCompiler
{
    /// <summary>What it compiles for here.</summary>
    public const string RuntimeIdentifier = "linux-x64";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishAot>true</PublishAot>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>Skips the test where it cannot run; afterwards the compiler's packages are among the user's.</summary>
    public static async Task RequireAsync(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "the tests of native programs are for Linux on x64");
        Assert.SkipUnless(Fma.IsSupported && Avx2.IsSupported, "this processor has no AVX2");
        Assert.SkipUnless(FindOnPath("clang") || FindOnPath("gcc"), "there is no clang to link with (Debian: clang, zlib1g-dev)");
        await File.WriteAllTextAsync(Path.Combine(folder, "Native.csproj"), Project);
        (int exitCode, string output) = await Dotnet.RunAsync(folder, "restore", "-r", RuntimeIdentifier);
        Assert.SkipUnless(exitCode == 0, $"the native compiler does not restore: {output}");
    }

    private static bool FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
