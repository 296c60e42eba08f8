using System;
using System.Collections.Immutable;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>A member that every network class gets, or every one that its condition holds for.</summary>
internal sealed class SurfaceMember(string name, MemberKind kind)
{
    /// <summary>The name; in a group for each layer, the number of the layer follows.</summary>
    public string Name { get; } = name;

    /// <summary>What it is.</summary>
    public MemberKind Kind { get; } = kind;

    /// <summary>The keywords before its type.</summary>
    public string Modifiers { get; init; } = "public";

    /// <summary>What it returns or holds; null for constructors and classes.</summary>
    public SurfaceType? Type { get; init; }

    /// <summary>What it takes.</summary>
    public ImmutableArray<SurfaceParameter> Parameters { get; init; } = [];

    /// <summary>Whether the optimizer's type is a type parameter.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>The networks that get it; null: all.</summary>
    public Func<SurfaceContext, bool>? Condition { get; init; }

    /// <summary>A comment for who reads the emitted code.</summary>
    public string? Comment { get; init; }

    /// <summary>The sentence that says what it is, if it has one.</summary>
    public Func<SurfaceContext, string>? Summary { get; init; }

    /// <summary>The lines of its documentation after those of its parameters.</summary>
    public ImmutableArray<Func<SurfaceContext, string>> Tags { get; init; } = [];

    /// <summary>The member whose documentation it has, beside a summary of its own.</summary>
    public SurfaceMember? DocumentedBy { get; init; }

    /// <summary>The attribute above it, if any.</summary>
    public Func<SurfaceContext, string>? Attribute { get; init; }

    /// <summary>Its value, where that is one expression.</summary>
    public Func<SurfaceContext, string>? Value { get; init; }

    /// <summary>Whether its value, a place, can be set, too.</summary>
    public bool IsSettable { get; init; }

    /// <summary>Writes its statements, where it has any.</summary>
    public Action<CodeWriter, SurfaceContext>? Body { get; init; }

    /// <summary>The members of a class.</summary>
    public ImmutableArray<SurfaceMember> Members { get; init; } = [];

    /// <summary>Whether users can name it: its own name must then be free.</summary>
    public bool IsNamed => Kind is not (MemberKind.ContractProperty or MemberKind.Constructor)
        && !Name.StartsWith(SurfaceNames.InternalPrefix, StringComparison.Ordinal);
}
