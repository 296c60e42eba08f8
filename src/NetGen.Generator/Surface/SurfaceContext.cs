using System;
using NetGen.Generator.Model;
using NetGen.Generator.Step;

namespace NetGen.Generator.Surface;

/// <summary>What members are written for: a network, one of its layers where they are written for each, or its snapshot.</summary>
/// <param name="Plan">The plan of the network.</param>
internal sealed record SurfaceContext(NetworkPlan Plan)
{
    /// <summary>The declaration.</summary>
    public NetworkSpec Network => Plan.Network;

    /// <summary>The keyword of the element type.</summary>
    public string Element { get; } = Plan.Network.ElementName();

    /// <summary>The class of kernels that chooses the width.</summary>
    public string Kernels { get; } = $"global::{Plan.Network.Type.KernelNamespace}.Kernels";

    /// <summary>The type that computes outputs, as an argument of generic methods.</summary>
    public string Forward { get; } = $"global::{Plan.Network.Type.KernelNamespace}.ForwardKernels";

    /// <summary>n[0].</summary>
    public int Inputs { get; } = Plan.Network.InputSize();

    /// <summary>n[L].</summary>
    public int Outputs { get; } = Plan.Network.OutputSize();

    /// <summary>The name of the class as messages write it.</summary>
    public string Name => Network.Type.DisplayName;

    /// <summary>The name as code passes it to whatever may throw: nameof would be the same, but longer.</summary>
    public string NameLiteral { get; } = $"\"{Plan.Network.Type.DisplayName}\"";

    /// <summary>The class, as a type argument.</summary>
    public string Self { get; } = Plan.Network.Type.FullName;

    /// <summary>Whether the members are those of a snapshot.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>The layer, in a group for each.</summary>
    public LayerSpec? CurrentLayer { get; init; }

    /// <summary>The layer, for members that are only written for one.</summary>
    public LayerSpec Layer => CurrentLayer ?? throw new InvalidOperationException("This member belongs to a group for each layer.");
}
