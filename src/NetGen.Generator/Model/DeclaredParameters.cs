using System.Globalization;

namespace NetGen.Generator.Model;

/// <summary>
/// A member that the user marked as pre-trained weights or bias of a layer. <paramref name="Access"/> is how emitted code reads it ("trained" or "trained()");
/// <paramref name="Form"/> says how its values are arranged. <paramref name="IsObsolete"/> says that only code that is obsolete itself may read it.
/// </summary>
internal sealed record DeclaredParameters(int Layer, bool IsBias, string Access, bool IsStatic, bool IsObsolete, DeclaredForm Form)
{
    /// <summary>The name of the parameters: "W1" or "b1".</summary>
    public string Parameters => $"{(IsBias ? "b" : "W")}{Layer.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The member as messages write it, without an @.</summary>
    public string DisplayName => Access.TrimStart('@');
}

/// <summary>The type of a marked member, as far as copying it in is concerned.</summary>
internal enum DeclaredForm
{
    /// <summary>T[]: the values row by row.</summary>
    Flat,

    /// <summary>A span: the values row by row.</summary>
    Span,

    /// <summary>T[,].</summary>
    Matrix,

    /// <summary>T[][]: an array of rows.</summary>
    Rows,
}
