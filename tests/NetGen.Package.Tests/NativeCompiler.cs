using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Package.Tests;

/// <summary>The native AOT compiler of the SDK, where this machine has what it needs.</summary>
internal static class NativeCompiler
{
    /// <summary>What it compiles for here.</summary>
    public const string RuntimeIdentifier = "linux-x64";

    /// <summary>Skips the test where it cannot run; afterwards the compiler's packages are among the user's.</summary>
    public static async Task RequireAsync(InstalledPackage package)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "the tests of native programs are for Linux on x64");
        Assert.SkipUnless(Fma.IsSupported && Avx2.IsSupported, "this processor has no AVX2");
        Assert.SkipUnless(Programs.IsOnPath("clang") || Programs.IsOnPath("gcc"), "there is no clang to link with (Debian: clang, zlib1g-dev)");
        await package.RequirePackagesAsync("the native compiler", RuntimeIdentifier, "<PublishAot>true</PublishAot>");
    }
}
