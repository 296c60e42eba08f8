using System;
using System.Collections.Immutable;

namespace NetGen.Generator.Surface.Tables;

/// <summary>Parameters in files and streams.</summary>
internal static class FileMembers
{
    private const string AsForAFile = "As for a file.";

    private static readonly SurfaceParameter Path = new("path", SurfaceType.String);

    private static readonly SurfaceParameter Stream = new("stream", SurfaceType.Stream);

    /// <summary>The members.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        Save(
            "Saves the parameters as an .npz archive of W1, b1, ..., which NumPy reads, and of what they belong to.",
            Path.Documented("The file; one that is there is replaced once the new one is complete."),
            "What is saved with them, such as class names, and whether they may be NaN or infinite.",
            [DocumentationTags.Throws("InvalidOperationException", "The network has not been initialized, or a parameter is NaN or infinite.")]),
        Save("Saves to a stream what a file would hold.", Stream.Documented("Written from where it is; need not seek, stays open."), AsForAFile, []),
        Load(
            "Loads the parameters from an .npz archive of W1, b1, .... Where anything does not fit, nothing is replaced.",
            Path.Documented("The file."),
            "What may be passed over, such as other arrays.",
            [
                DocumentationTags.Returns(static _ => "What the file says of itself."),
                DocumentationTags.Throws("NetGen.DataFormatException", "The file is damaged, or is that of another network."),
            ]),
        Load(
            "Loads from a stream what a file would hold.",
            Stream.Documented("Read from where it is to its end; need not seek, stays open."),
            AsForAFile,
            []),
    ]);

    private static SurfaceMember Save(string summary, SurfaceParameter place, string options, ImmutableArray<Func<SurfaceContext, string>> tags) =>
        new(SurfaceNames.Save, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters =
            [
                place,
                new SurfaceParameter("options", SurfaceType.OfRuntime("ModelSaveOptions<T>", isNullable: true)) { Default = "null" }.Documented(options),
            ],
            Summary = _ => summary,
            Tags = tags,
            Body = (writer, context) =>
            {
                AccessText.WriteReading(writer, "__state", SurfaceNames.Save);
                writer.Line($"global::NetGen.ModelFile.Save<{context.Self}, {context.Element}>(this, {place.Name}, options);");
            },
        };

    private static SurfaceMember Load(string summary, SurfaceParameter place, string options, ImmutableArray<Func<SurfaceContext, string>> tags) =>
        new(SurfaceNames.Load, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("ModelInfo<T>"),
            Parameters =
            [
                place,
                new SurfaceParameter("options", SurfaceType.OfRuntime("ModelLoadOptions", isNullable: true)) { Default = "null" }.Documented(options),
            ],
            Summary = _ => summary,
            Tags = tags,
            Value = context => $"global::NetGen.ModelFile.Load<{context.Self}, {context.Element}>(this, {place.Name}, options)",
        };
}
