using System.Collections.Immutable;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emission;

/// <summary>Writes the files of a network.</summary>
internal static class NetworkEmitter
{
    /// <summary>The emitted files; each hint name starts with the type's <see cref="TypeSpec.HintName"/>.</summary>
    public static ImmutableArray<(string HintName, string Text)> Emit(NetworkSpec spec) => [];
}
