using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>Whose method was called: a network, its predictor, or a generic type of the runtime with the element type given.</summary>
/// <param name="Type">The type that declares the method.</param>
/// <param name="Element">float or double.</param>
/// <param name="Network">The network; null for a type of the runtime.</param>
internal sealed record CallOwner(INamedTypeSymbol Type, ITypeSymbol Element, NetworkFacts? Network)
{
    /// <summary>The keyword of the element type.</summary>
    public string ElementName => MemberForm.NameOf(Element);

    /// <summary>"Net computes in float", "Dataset of float holds float".</summary>
    public string Holds => Network is null ? $"a {MemberForm.NameOf(Type)} holds {ElementName}" : $"{Network.Name} computes in {ElementName}";

    /// <summary>How else two element types can be made to agree; null where there is nothing to choose.</summary>
    public string? Alternative(ITypeSymbol? element)
    {
        if (element?.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double))
        {
            return null;
        }

        string name = element.SpecialType == SpecialType.System_Double ? nameof(ElementType.Double) : nameof(ElementType.Float);
        if (Network is not null)
        {
            return Network.Type.DeclaringSyntaxReferences.IsEmpty ? null : $"declare {Network.Name} with Element = ElementType.{name}";
        }

        return Type.Name == RuntimeNames.Dataset ? $"use a {Type.Name}<{MemberForm.NameOf(element)}>" : null;
    }

    /// <summary>The owner of a method; null when it is no method that a network or the runtime offers.</summary>
    public static CallOwner? Of(IMethodSymbol method, ShapeModel model, CancellationToken cancellation)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (!model.MayBeMarked(type.ContainingAssembly))
        {
            return null;
        }

        if (model.NetworkAround(type, cancellation) is { } network)
        {
            // The user's own methods of the class are the user's own.
            if (!method.DeclaringSyntaxReferences.IsEmpty && !EmittedFiles.Declare(method))
            {
                return null;
            }

            SpecialType element = network.Spec.Element == ElementType.Double ? SpecialType.System_Double : SpecialType.System_Single;
            return new CallOwner(type, model.Compilation.GetSpecialType(element), network);
        }

        bool holdsValues = ValueForm.IsOfRuntime(type)
            && type.Name is RuntimeNames.Dataset or RuntimeNames.WeightsView or RuntimeNames.VectorView
                or RuntimeNames.FeatureScaling or RuntimeNames.Standardization or RuntimeNames.MinMaxScaling;
        return holdsValues && type.TypeArguments is [INamedTypeSymbol held] ? new CallOwner(type, held, null) : null;
    }
}
