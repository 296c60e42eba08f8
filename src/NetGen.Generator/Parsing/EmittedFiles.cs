using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Tells what the generator emitted from what the user wrote: analyzers see both, in one class.</summary>
internal static class EmittedFiles
{
    /// <summary>The full name of the generator. A test holds it against the class, which depends on everything here.</summary>
    public const string GeneratorName = "NetGen.Generator.NetworkGenerator";

    /// <summary>Whether a member is declared in an emitted file.</summary>
    public static bool Declare(ISymbol member) => member.DeclaringSyntaxReferences.Any(static part => Contains(part.SyntaxTree));

    /// <summary>Whether a file is an emitted one. The compiler puts emitted files into a folder named after the generator.</summary>
    public static bool Contains(SyntaxTree tree) => tree.FilePath.IndexOf(GeneratorName, StringComparison.Ordinal) >= 0;
}
