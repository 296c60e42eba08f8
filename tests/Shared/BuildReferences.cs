using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Tests;

/// <summary>What a user's project references: the runtime library of .NET and NetGen. The generator itself is left out, as it is in a user's build.</summary>
internal static class BuildReferences
{
    /// <summary>The references, from the assemblies that this test process was started with.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsReferenced(string assembly) =>
        assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib" or "NetGen.Runtime";
}
