using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Parsing;

/// <summary>
/// What a project must be for emitted code to compile in it. Where it is not, nothing is emitted, and one message says so in place of the compiler's about code
/// that the user has not written.
/// </summary>
internal static class BuildRequirements
{
    /// <summary>
    /// The version of the language from which on a ref struct can be a type argument, as the gradients' writer is, and implement an interface, as a step does.
    /// </summary>
    private const LanguageVersion Language = LanguageVersion.CSharp13;

    /// <summary>The version of .NET that the runtime library is built for.</summary>
    private const int Framework = 10;

    /// <summary>What a project lacks, as the end of a message; null when it lacks nothing.</summary>
    public static string? Unmet(Compilation compilation)
    {
        if (compilation is CSharpCompilation { LanguageVersion: < Language and var version })
        {
            return $"C# {Language.ToDisplayString()} or later, but this project is compiled as C# {version.ToDisplayString()}: "
                + $"set its LangVersion to {Language.ToDisplayString()} or later, or remove it";
        }

        // A core library that is missing altogether is the compiler's to report.
        var core = compilation.GetSpecialType(SpecialType.System_Object);
        if (core.TypeKind != TypeKind.Error && core.ContainingAssembly.Identity is { Version.Major: < Framework } identity)
        {
            string framework = Framework.ToString(CultureInfo.InvariantCulture);
            return $".NET {framework} or later, but this project is compiled against {identity.Name} {identity.Version.ToString(2)}: "
                + $"set its TargetFramework to net{framework}.0 or later";
        }

        return null;
    }
}
