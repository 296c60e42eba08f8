using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>
/// A member that the user marked as pre-trained weights or bias of a layer, whose place in the order of evaluation is <paramref name="Layer"/>. <paramref
/// name="Access"/> is how emitted code reads it ("trained" or "trained()");
/// <paramref name="Form"/> says how its values are arranged. <paramref name="IsObsolete"/> says that only code that is obsolete itself may read it.
/// </summary>
internal sealed record DeclaredParameters(int Layer, bool IsBias, string Access, bool IsStatic, bool IsObsolete, DeclaredForm Form)
{
    /// <summary>The member as messages write it, without an @.</summary>
    public string DisplayName => Access.TrimStart('@');

    /// <summary>The weights or the bias of a layer; null when it has none.</summary>
    public static ParameterSpec? Of(LayerSpec layer, bool isBias) =>
        layer.Parameters.FirstOrDefault(parameter => parameter.Role == (isBias ? ParameterRole.Bias : ParameterRole.Weights));
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
