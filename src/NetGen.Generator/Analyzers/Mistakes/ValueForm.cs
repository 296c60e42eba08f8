using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>How an argument holds its numbers.</summary>
internal enum Form
{
    /// <summary>It holds none, as far as its type says.</summary>
    None,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A span.</summary>
    Span,

    /// <summary>A span that can only be read.</summary>
    ReadOnlySpan,

    /// <summary>An array of two or more dimensions.</summary>
    Matrix,

    /// <summary>An array of arrays.</summary>
    Rows,

    /// <summary>A memory, which has a span.</summary>
    Memory,

    /// <summary>A list or anything else that can be enumerated.</summary>
    Sequence,

    /// <summary>An array as a file holds it, of any element type.</summary>
    NdArray,

    /// <summary>Examples with their labels.</summary>
    Dataset,

    /// <summary>Some examples of a dataset with their labels.</summary>
    Batch,

    /// <summary>One number.</summary>
    Scalar,
}

/// <summary>How an argument holds its numbers, and of which type they are.</summary>
/// <param name="Form">The form.</param>
/// <param name="Element">The type of a number; null when the form does not say.</param>
internal readonly record struct ValueForm(Form Form, ITypeSymbol? Element)
{
    /// <summary>Whether these are examples, labels or parameters in some form.</summary>
    public bool IsValues => Form is not (Form.None or Form.Dataset or Form.Batch or Form.Scalar);

    /// <summary>The form of a type; a list of values in square brackets has no type of its own.</summary>
    public static ValueForm Of(ITypeSymbol? type) => type switch
    {
        null => default,
        IArrayTypeSymbol { Rank: > 1, ElementType: not IArrayTypeSymbol } matrix => new(Form.Matrix, matrix.ElementType),
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } row } => new(Form.Rows, row.ElementType),
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol } => default,
        IArrayTypeSymbol array => new(Form.Array, array.ElementType),
        { SpecialType: SpecialType.System_String } => default,
        INamedTypeSymbol { TypeArguments: [var item], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } named
            when OfMemory(named.Name) is { } form => new(form, item),
        INamedTypeSymbol named when IsOfRuntime(named) && OfRuntime(named) is { } held => held,
        _ when IsNumber(type) => new(Form.Scalar, type),
        INamedTypeSymbol named => OfSequence(named),
        _ => default,
    };

    /// <summary>Whether a type is one of C#'s numbers.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>Whether a type is one of C#'s whole numbers or an enum, so that it can number classes.</summary>
    public static bool IsWhole(ITypeSymbol? type) =>
        type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } or { TypeKind: TypeKind.Enum };

    /// <summary>Whether a type belongs to the runtime library.</summary>
    public static bool IsOfRuntime(ITypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } };

    private static Form? OfMemory(string name) => name switch
    {
        "Span" => Form.Span,
        "ReadOnlySpan" => Form.ReadOnlySpan,
        "Memory" or "ReadOnlyMemory" => Form.Memory,
        _ => null,
    };

    private static ValueForm? OfRuntime(INamedTypeSymbol type) => (type.Name, type.TypeArguments) switch
    {
        (RuntimeNames.NdArray, []) => new(Form.NdArray, null),
        (RuntimeNames.Dataset, [var element]) => new(Form.Dataset, element),
        (RuntimeNames.Dataset, []) => new(Form.Dataset, null),
        (RuntimeNames.Batch, [var element]) => new(Form.Batch, element),
        _ => null,
    };

    private static ValueForm OfSequence(INamedTypeSymbol type)
    {
        INamedTypeSymbol? sequence = type.AllInterfaces.Add(type)
            .FirstOrDefault(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence is null ? default : new(Form.Sequence, sequence.TypeArguments[0]);
    }
}
