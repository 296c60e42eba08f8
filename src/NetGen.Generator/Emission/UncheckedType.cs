using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// What stands above each emitted type whose members check no length: the network's own members have checked them. Its namespace keeps such a type out of
/// sight, the attribute out of completion lists, and a comment says what it is.
/// </summary>
internal static class UncheckedType
{
    private const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>Writes the comment and the attributes.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">What the type is, a sentence.</param>
    public static void Write(CodeWriter writer, string summary)
    {
        writer.Line($"// {summary} Nothing is checked.");
        writer.Line(Hidden);
        writer.Line(EmittedFile.GeneratedCode);
    }
}
