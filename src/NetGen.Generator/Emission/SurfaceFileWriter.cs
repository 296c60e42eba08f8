using System.Collections.Generic;
using NetGen.Generator.Model;
using NetGen.Generator.Step;
using NetGen.Generator.Surface;
using NetGen.Generator.Surface.Tables;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Writes the members that a network class gets: what its users see.</summary>
internal static class SurfaceFileWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(NetworkPlan plan)
    {
        var writer = new CodeWriter();
        var context = new SurfaceContext(plan);
        EmittedFile.WriteHeader(writer);
        GraphTable.Write(writer, plan.Network);
        var scopes = new Stack<CodeWriter.Scope>();
        if (context.Network.Type.Namespace.Length > 0)
        {
            scopes.Push(writer.Block($"namespace {context.Network.Type.Namespace}"));
        }

        foreach (string container in context.Network.Type.Containers)
        {
            scopes.Push(writer.Block(container));
        }

        ClassDocumentationWriter.Write(writer, context);
        using (writer.Block($"partial class {context.Network.Type.Name} : global::NetGen.INetwork<{context.Self}, {context.Element}>"))
        {
            foreach (SurfaceGroup group in SurfaceTable.Groups)
            {
                WriteGroup(writer, group, context);
            }

            new InputMembersWriter(writer, context).Write();
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        return writer.ToString();
    }

    private static void WriteGroup(CodeWriter writer, SurfaceGroup group, SurfaceContext context)
    {
        if (!group.IsForEachLayer)
        {
            WriteMembers(writer, group, context);
            return;
        }

        foreach (LayerSpec layer in context.Network.Layers)
        {
            WriteMembers(writer, group, context with { CurrentLayer = layer });
        }
    }

    private static void WriteMembers(CodeWriter writer, SurfaceGroup group, SurfaceContext context)
    {
        foreach (SurfaceMember member in group.Members)
        {
            if (member.Condition is null || member.Condition(context))
            {
                SurfaceMemberWriter.Write(writer, member, context);
            }
        }
    }
}
