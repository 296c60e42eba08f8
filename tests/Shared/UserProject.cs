using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Tests;

/// <summary>
/// A user's project in memory: a library that references the runtime library of .NET and NetGen, with nullable references on. The generator itself is left out,
/// as it is in a user's build.
/// </summary>
internal static class UserProject
{
    private static readonly CSharpCompilation Release = Create(OptimizationLevel.Release);

    private static readonly CSharpCompilation Debug = Create(OptimizationLevel.Debug);

    /// <summary>The project with some files. All projects grow from one, so that the references are read once.</summary>
    public static CSharpCompilation With(IEnumerable<string> sources, OptimizationLevel optimization = OptimizationLevel.Release) =>
        (optimization == OptimizationLevel.Release ? Release : Debug)
            .AddSyntaxTrees(sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, path: $"Source{index}.cs")));

    private static CSharpCompilation Create(OptimizationLevel optimization)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsReferenced(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization, nullableContextOptions: NullableContextOptions.Enable);
        var project = CSharpCompilation.Create("Tests", [], references, options);

        // Binding the references once here lets every project that grows from this one take them over.
        _ = project.GetSpecialType(SpecialType.System_Object);
        return project;
    }

    private static bool IsReferenced(string assembly) =>
        assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib" or "NetGen.Runtime";
}
