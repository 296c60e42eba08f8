using System.Collections.Immutable;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface.Tables;

/// <summary>What predicts. A snapshot has these members, too: it is always initialized, and has the network's documentation.</summary>
internal static class PredictionMembers
{
    // The outputs of one example lie on the stack up to so many.
    private const int MostOnStack = 1024;

    /// <summary>The members of a network and of its snapshot.</summary>
    public static ImmutableArray<SurfaceMember> Shared { get; } =
    [
        new(SurfaceNames.Predict, MemberKind.Method)
        {
            Type = SurfaceType.Void,
            Parameters =
            [
                SurfaceParameters.X,
                new("output", SurfaceType.Span)
                {
                    Role = ArgumentRole.Output,
                    Mark = static context => $"[global::NetGen.Examples({context.Outputs})]",
                    Documentation = static context => $"Receives the outputs, (m, {context.Outputs}); may be longer.",
                },
                SurfaceParameters.ReaderThreads,
            ],
            Summary = static _ => "Computes the outputs of examples.",
            Tags =
            [
                DocumentationTags.Throws(
                    "ArgumentException", "x is no whole number of examples, the output is too short or overlaps x, or threads is negative."),
                DocumentationTags.NotReadable,
            ],
            Body = WritePredict,
        },
        new(SurfaceNames.Predict, MemberKind.Method)
        {
            Type = SurfaceType.Array,
            Parameters = [SurfaceParameters.X, SurfaceParameters.ReaderThreads],
            Summary = static _ => "Computes the outputs of examples into a new array.",
            Tags =
            [
                DocumentationTags.Returns(static context => $"The outputs, (m, {context.Outputs})."),
                DocumentationTags.Throws("ArgumentException", "x is no whole number of examples, or threads is negative."),
                DocumentationTags.NotReadable,
            ],
            Attribute = static context => $"[return: global::NetGen.Examples({context.Outputs})]",
            Body = WriteAllocatingPredict,
        },
        new(SurfaceNames.PredictClass, MemberKind.Method)
        {
            Type = SurfaceType.Int,
            Parameters =
            [
                SurfaceParameters.X with
                {
                    Mark = static context => $"[global::NetGen.Shape({context.Inputs})]",
                    Documentation = static context => $"One example, ({context.Inputs}).",
                },
            ],
            Summary = static context => context.Outputs == 1
                ? $"The class of one example: 1 when the output is above {(IsOfMargin(context) ? "0" : "0.5")}, else 0."
                : "The class of one example: the unit with the greatest output, from 0.",
            Tags =
            [
                DocumentationTags.Throws("ArgumentException", "x is not one example."),
                DocumentationTags.Throws("ArithmeticException", "An output is NaN: there is no class."),
                DocumentationTags.NotReadable,
            ],
            Body = WritePredictClass,
        },
    ];

    /// <summary>The members of a network.</summary>
    public static SurfaceGroup Group { get; } = new(
    [
        .. Shared,
        new(SurfaceNames.CreatePredictor, MemberKind.Method)
        {
            Type = SurfaceType.Predictor,
            Summary = static _ =>
                "A snapshot for predicting: it never changes, and any number of threads may use it while this network goes on training. Take it between steps.",
            Tags = [DocumentationTags.NotReadable],
            Body = static (writer, context) =>
            {
                WriteCheck(writer, context);
                writer.Line("return new Predictor(__state);");
            },
        },
        new(SurfaceNames.Forward, MemberKind.Method)
        {
            Type = SurfaceType.OfRuntime("ForwardPass<T>"),
            Parameters = [SurfaceParameters.X],
            Summary = static _ => "Computes and keeps Z and A of every layer, for those who want to look inside; predictions and training do without.",
            Tags = [DocumentationTags.Throws("ArgumentException", "x is no whole number of examples."), DocumentationTags.NotReadable],
            Body = static (writer, context) =>
            {
                WriteCheck(writer, context);
                CategoryCheck.Write(writer, context);
                writer.Line("return __state.Forward(Description, x);");
            },
        },
    ]);

    /// <summary>Writes that there must be parameters; a snapshot has some.</summary>
    public static void WriteCheck(CodeWriter writer, SurfaceContext context)
    {
        if (!context.IsSnapshot)
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {context.NameLiteral});");
        }
    }

    private static void WritePredict(CodeWriter writer, SurfaceContext context)
    {
        WriteCheck(writer, context);
        WriteCount(writer, context);
        writer.Lines($"""
            global::NetGen.CompilerServices.Guard.Output(output.Length, examples, {context.Outputs}, {context.NameLiteral});
            global::NetGen.CompilerServices.Guard.Apart(x, output, {VectorText.Times("examples", context.Outputs)}, {context.NameLiteral});
            {context.Kernels}.Predict(__state, x, output, examples, threads);
            """);
    }

    private static void WriteAllocatingPredict(CodeWriter writer, SurfaceContext context)
    {
        WriteCheck(writer, context);
        WriteCount(writer, context);
        string length = $"global::NetGen.CompilerServices.Guard.OutputLength(examples, {context.Outputs}, {context.NameLiteral})";
        writer.Lines($"""
            {context.Element}[] output = new {context.Element}[{length}];
            {context.Kernels}.Predict(__state, x, output, examples, threads);
            return output;
            """);
    }

    private static void WritePredictClass(CodeWriter writer, SurfaceContext context)
    {
        WriteCheck(writer, context);
        string place = context.Outputs <= MostOnStack ? "stackalloc" : "new";
        writer.Line($"global::NetGen.CompilerServices.Guard.OneExample(x.Length, {context.Inputs}, {context.NameLiteral});");
        CategoryCheck.Write(writer, context);
        writer.Lines($"""
            global::System.Span<{context.Element}> output = {place} {context.Element}[{context.Outputs}];
            {context.Kernels}.Predict(__state, x, output, 1, 1);
            return global::NetGen.CompilerServices.PredictedClass.{(IsOfMargin(context) ? "OfMargin" : "Of")}<{context.Element}>(output, {context.NameLiteral});
            """);
    }

    /// <summary>Whether the only output is no probability, but says by its sign on which side an example lies.</summary>
    private static bool IsOfMargin(SurfaceContext context) => context.Outputs == 1 && context.Network.Loss.Kind == Loss.Hinge;

    private static void WriteCount(CodeWriter writer, SurfaceContext context)
    {
        writer.Line($"int examples = global::NetGen.CompilerServices.Guard.Examples(x.Length, {context.Inputs}, {context.NameLiteral});");
        CategoryCheck.Write(writer, context);
    }
}
