using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes one member of the surface.</summary>
internal static class SurfaceMemberWriter
{
    /// <summary>Writes a member, with an empty line before it.</summary>
    public static void Write(CodeWriter writer, SurfaceMember member, SurfaceContext context)
    {
        writer.Line();
        if (member.Comment is { } comment)
        {
            writer.Line(comment);
        }

        WriteDocumentation(writer, member, context);
        if (member.Attribute is { } attribute)
        {
            writer.Line(attribute(context));
        }

        // A nested class is marked as a whole.
        if (!context.IsSnapshot)
        {
            writer.Line(EmittedFile.GeneratedCode);
        }

        WriteCode(writer, member, context);
    }

    private static void WriteDocumentation(CodeWriter writer, SurfaceMember member, SurfaceContext context)
    {
        if (context.IsSnapshot)
        {
            if (member.Summary is not null)
            {
                writer.Line($"/// <inheritdoc cref=\"{context.Self}.{Reference(member, context)}\"/>");
            }

            return;
        }

        if (member.Summary is { } summary)
        {
            writer.Line($"/// <summary>{summary(context)}</summary>");
        }

        if (member.DocumentedBy is { } other)
        {
            writer.Line($"/// <inheritdoc cref=\"{Reference(other, context)}\"/>");
            WriteParameters(writer, member.Parameters.Where(own => other.Parameters.All(parameter => parameter.Name != own.Name)), context);
            return;
        }

        WriteParameters(writer, member.Parameters, context);

        foreach (Func<SurfaceContext, string> tag in member.Tags)
        {
            writer.Line(tag(context));
        }
    }

    private static void WriteParameters(CodeWriter writer, IEnumerable<SurfaceParameter> parameters, SurfaceContext context)
    {
        foreach (SurfaceParameter parameter in parameters)
        {
            if (parameter.Documentation is { } text)
            {
                writer.Line($"/// <param name=\"{parameter.Name}\">{text(context)}</param>");
            }
        }
    }

    private static void WriteCode(CodeWriter writer, SurfaceMember member, SurfaceContext context)
    {
        string signature = SurfaceSignature.Of(member, context);
        if (member.Value is { } value)
        {
            if (member.IsSettable)
            {
                writer.Line($"{signature} {{ get => {value(context)}; set => {value(context)} = value; }}");
                return;
            }

            string sign = member.Kind is MemberKind.Constant or MemberKind.Field ? "=" : "=>";
            writer.Line($"{signature} {sign} {value(context)};");
            return;
        }

        writer.Line(signature);
        if (member.IsGeneric)
        {
            writer.Line($"    where {SurfaceType.OptimizerName} : struct, global::NetGen.IOptimizer<{context.Element}>");
        }

        using (writer.Block())
        {
            member.Body?.Invoke(writer, context);
            foreach (SurfaceMember nested in member.Members)
            {
                Write(writer, nested, context with { IsSnapshot = true });
            }

            if (member.Kind == MemberKind.Type)
            {
                new InputMembersWriter(writer, context with { IsSnapshot = true }).Write();
            }
        }
    }

    private static string Reference(SurfaceMember method, SurfaceContext context) =>
        SurfaceSignature.Reference(method, context.Network.Element, SurfaceTable.IsOverloaded(method.Name));
}
