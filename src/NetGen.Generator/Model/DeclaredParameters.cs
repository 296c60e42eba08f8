namespace NetGen.Generator.Model;

/// <summary>
/// A member that the user marked as pre-trained weights or bias of a layer. <paramref name="Access"/> is how emitted code reads it ("trained" or "trained()");
/// <paramref name="Form"/> says how its values are arranged.
/// </summary>
internal sealed record DeclaredParameters(int Layer, bool IsBias, string Access, DeclaredForm Form);

/// <summary>The type of a marked member, as far as copying it in is concerned.</summary>
internal enum DeclaredForm
{
    /// <summary>T[] or a span: the values row by row.</summary>
    Flat,

    /// <summary>T[,].</summary>
    Matrix,

    /// <summary>T[][]: an array of rows.</summary>
    Rows,
}
