using System;
using System.Linq;
using System.Text;

namespace NetGen.Generator.Surface;

/// <summary>How the head of a member is written: as code, as a reference in documentation, and as it is compared with what users declare.</summary>
internal static class SurfaceSignature
{
    /// <summary>The line that declares the member, without its value or body.</summary>
    public static string Of(SurfaceMember member, SurfaceContext context)
    {
        var text = new StringBuilder(member.Modifiers);
        if (text.Length > 0)
        {
            text.Append(' ');
        }

        if (member.Type is { } type)
        {
            text.Append(type.In(context.Network.Element)).Append(' ');
        }

        if (member.Kind == MemberKind.ContractProperty)
        {
            text.Append($"global::NetGen.INetwork<{context.Self}, {context.Element}>.");
        }

        text.Append(context.CurrentLayer is { } layer ? layer.MemberName(member.Name) : member.Name);

        if (member.Kind is MemberKind.Method or MemberKind.Constructor)
        {
            text.Append(member.IsGeneric ? $"<{SurfaceType.OptimizerName}>(" : "(");
            text.Append(string.Join(", ", member.Parameters.Select(parameter => Declare(parameter, context)))).Append(')');
        }

        return text.ToString();
    }

    /// <summary>A reference to a method: the parameters are named where the name alone could mean another.</summary>
    public static string Reference(SurfaceMember method, ElementType element, bool isOverloaded)
    {
        string generic = method.IsGeneric ? $"{{{SurfaceType.OptimizerName}}}" : string.Empty;
        return method.Name + generic + (isOverloaded ? $"({Join(method, parameter => parameter.Type.ReferenceIn(element))})" : string.Empty);
    }

    /// <summary>A method as name`arity(parameter types), by which two methods are told apart.</summary>
    public static string Identity(SurfaceMember method, ElementType element) =>
        $"{method.Name}{(method.IsGeneric ? "`1" : string.Empty)}({Join(method, parameter => parameter.Type.DisplayIn(element))})";

    private static string Join(SurfaceMember method, Func<SurfaceParameter, string> type) =>
        string.Join(", ", method.Parameters.Select(parameter => (parameter.IsByRef ? "ref " : string.Empty) + type(parameter)));

    private static string Declare(SurfaceParameter parameter, SurfaceContext context)
    {
        string mark = parameter.Mark is { } attribute ? $"{attribute(context)} " : string.Empty;
        string passing = parameter.IsByRef ? "ref " : string.Empty;
        string value = parameter.Default is { } constant ? $" = {constant}" : string.Empty;
        return $"{mark}{passing}{parameter.Type.In(context.Network.Element)} {parameter.Name}{value}";
    }
}
