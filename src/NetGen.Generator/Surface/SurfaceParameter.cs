using System;

namespace NetGen.Generator.Surface;

/// <summary>A parameter of an emitted method.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
internal sealed record SurfaceParameter(string Name, SurfaceType Type)
{
    /// <summary>What it stands for.</summary>
    public ArgumentRole Role { get; init; }

    /// <summary>Whether it is passed by ref.</summary>
    public bool IsByRef { get; init; }

    /// <summary>The value when none is passed; null when one must be.</summary>
    public string? Default { get; init; }

    /// <summary>The attribute that states its shape, if any.</summary>
    public Func<SurfaceContext, string>? Mark { get; init; }

    /// <summary>What its documentation says, if it has any.</summary>
    public Func<SurfaceContext, string>? Documentation { get; init; }

    /// <summary>This parameter with another documentation.</summary>
    public SurfaceParameter Documented(string text) => this with { Documentation = _ => text };
}
