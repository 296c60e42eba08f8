using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>Parameters that the user's own members hold.</summary>
internal static class DeclaredParameterMembers
{
    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        new(SurfaceNames.LoadDeclaredParameters, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Condition = static context => context.Network.Declared.Count > 0,
            Summary = static _ => "Copies the members marked as weights and biases into the network. Other layers keep what they have; a network that has no "
                + "parameters yet draws theirs first, with seed 0. Whatever a member throws, nothing is replaced.",
            Tags = [DocumentationTags.Throws("ArgumentException", "A member is null or has another shape than its layer; then nothing is replaced.")],
            Body = WriteLoad,
        },
        new("__CopyDeclaredParameters", MemberKind.Method)
        {
            Modifiers = "private",
            Type = SurfaceType.Void,
            Parameters = [new("__parameters", SurfaceType.Array)],
            Condition = HoldsObsolete,
            Comment = "// What is obsolete may be read by what is obsolete itself: elsewhere that can be an error.",
            Attribute = static _ => "[global::System.Obsolete]",
            Body = WriteCopies,
        },
    ]);

    private static bool HoldsObsolete(SurfaceContext context) => context.Network.Declared.Any(static declared => declared.IsObsolete);

    private static void WriteLoad(CodeWriter writer, SurfaceContext context)
    {
        writer.Lines($$"""
            // everything is put together before the network changes: a member may throw anything
            {{context.Element}}[] __parameters = new {{context.Element}}[ParameterCount];
            if (IsInitialized)
            {
                Parameters.CopyTo(__parameters);
            }
            else
            {
                global::NetGen.ParameterInitializer.Fill<{{context.Element}}>(Description, __parameters, 0);
            }
            """);
        if (HoldsObsolete(context))
        {
            writer.Line("__CopyDeclaredParameters(__parameters);");
        }
        else
        {
            WriteCopies(writer, context);
        }

        writer.Line("SetParameters(__parameters);");
    }

    private static void WriteCopies(CodeWriter writer, SurfaceContext context)
    {
        foreach (DeclaredParameters declared in context.Network.Declared)
        {
            LayerSpec layer = context.Network.Layers[declared.Layer - 1];
            ParameterSpec parameter = DeclaredParameters.Of(layer, declared.IsBias)!;
            string label = $"{layer.ParameterName(parameter)} of {context.Name}";
            string span = Span(context, context.Plan.Parameters.Offset(layer, parameter.Symbol), parameter.Shape.Length);
            string view = declared.IsBias
                ? $"VectorView<{context.Element}>({span}, \"{label}\")"
                : $"WeightsView<{context.Element}>({span}, {string.Join(", ", parameter.Shape.Dimensions)}, \"{label}\")";

            // By its full name, since a simple one may be that of a local.
            string values = $"{(declared.IsStatic ? context.Self : "this")}.{declared.Access}";
            if (declared.Form != DeclaredForm.Span)
            {
                values = $"global::NetGen.CompilerServices.Guard.Declared({values}, \"{declared.DisplayName}\", \"{label}\")";
            }

            writer.Line($"new global::NetGen.{view}.CopyFrom({values});");
        }
    }

    private static string Span(SurfaceContext context, long start, long count) =>
        $"new global::System.Span<{context.Element}>(__parameters, {VectorText.Number(start)}, {VectorText.Number(count)})";
}
