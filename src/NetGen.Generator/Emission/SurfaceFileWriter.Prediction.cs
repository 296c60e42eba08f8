using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

// What predicts: the network, and a snapshot of it.
internal sealed partial class SurfaceFileWriter
{
    private void WritePredict()
    {
        WritePredictMembers(isSnapshot: false);
        Summary(
            "A snapshot for predicting: it never changes, and any number of threads may use it while this network goes on training. Take it between steps.");
        Throws("InvalidOperationException", NotReadable);
        using (MemberBlock("public Predictor CreatePredictor()"))
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line("return new Predictor(__state);");
        }
    }

    /// <summary>The members that predict. A snapshot is always initialised, and has the network's documentation.</summary>
    private void WritePredictMembers(bool isSnapshot)
    {
        string output = $"[global::NetGen.Examples({Outputs})] global::System.Span<{element}> output";
        if (!Inherited(isSnapshot, $"Predict({Span.Replace('<', '{').Replace('>', '}')}, global::System.Span{{{element}}}, int)"))
        {
            Summary("Computes the outputs of examples.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter("output", $"Receives the outputs, (m, {Outputs}); may be longer.");
            Parameter("threads", ReaderThreads);
            Throws("ArgumentException", "x is no whole number of examples, the output is too short or overlaps x, or threads is negative.");
            Throws("InvalidOperationException", NotReadable);
        }

        using (MemberBlock($"public void Predict({XParameter}, {output}, int threads = 0)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"int examples = global::NetGen.CompilerServices.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"global::NetGen.CompilerServices.Guard.Output(output.Length, examples, {Outputs}, {NameLiteral});");
            writer.Line($"global::NetGen.CompilerServices.Guard.Apart(x, output, {VectorText.Times("examples", Outputs)}, {NameLiteral});");
            writer.Line($"{kernels}.Predict(__state, x, output, examples, threads);");
        }

        if (!Inherited(isSnapshot, $"Predict({Span.Replace('<', '{').Replace('>', '}')}, int)"))
        {
            Summary("Computes the outputs of examples into a new array.");
            Parameter("x", $"The examples, (m, {Inputs}).");
            Parameter("threads", ReaderThreads);
            writer.Line($"/// <returns>The outputs, (m, {Outputs}).</returns>");
            Throws("ArgumentException", "x is no whole number of examples, or threads is negative.");
            Throws("InvalidOperationException", NotReadable);
        }

        writer.Line($"[return: global::NetGen.Examples({Outputs})]");
        using (MemberBlock($"public {element}[] Predict({XParameter}, int threads = 0)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"int examples = global::NetGen.CompilerServices.Guard.Examples(x.Length, {Inputs}, {NameLiteral});");
            writer.Line($"{element}[] output = new {element}[global::NetGen.CompilerServices.Guard.OutputLength(examples, {Outputs}, {NameLiteral})];");
            writer.Line($"{kernels}.Predict(__state, x, output, examples, threads);");
            writer.Line("return output;");
        }

        if (!Inherited(isSnapshot, "PredictClass"))
        {
            Summary(Outputs == 1 ? "The class of one example: 1 when the output is above 0.5, "
                + "else 0." : "The class of one example: the unit with the greatest output, from 0.");
            Parameter("x", $"One example, ({Inputs}).");
            Throws("ArgumentException", "x is not one example.");
            Throws("ArithmeticException", "An output is NaN: there is no class.");
            Throws("InvalidOperationException", NotReadable);
        }

        using (MemberBlock($"public int PredictClass([global::NetGen.Shape({Inputs})] {Span} x)"))
        {
            WriteCheck(isSnapshot);
            writer.Line($"global::NetGen.CompilerServices.Guard.OneExample(x.Length, {Inputs}, {NameLiteral});");
            if (Outputs <= 1024)
            {
                writer.Line($"global::System.Span<{element}> output = stackalloc {element}[{Outputs}];");
            }
            else
            {
                writer.Line($"global::System.Span<{element}> output = new {element}[{Outputs}];");
            }

            writer.Line($"{kernels}.Predict(__state, x, output, 1, 1);");
            writer.Line($"return global::NetGen.CompilerServices.PredictedClass.Of<{element}>(output, {NameLiteral});");
        }
    }

    /// <summary>Writes, for a snapshot, that a member is documented at the network's; false for the network itself.</summary>
    private bool Inherited(bool isSnapshot, string member)
    {
        if (isSnapshot)
        {
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{Self}.{member}\"/>");
        }

        return isSnapshot;
    }

    private void WriteCheck(bool isSnapshot)
    {
        if (!isSnapshot)
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
        }
    }

    private void WriteForward()
    {
        Summary("Computes and keeps Z and A of every layer, for those who want to look inside; predictions and training do without.");
        Parameter("x", $"The examples, (m, {Inputs}).");
        Throws("ArgumentException", "x is no whole number of examples.");
        Throws("InvalidOperationException", NotReadable);
        using (MemberBlock($"public global::NetGen.ForwardPass<{element}> Forward({XParameter})"))
        {
            writer.Line($"global::NetGen.CompilerServices.Guard.Initialized(IsInitialized, {NameLiteral});");
            writer.Line("return __state.Forward(Description, x);");
        }
    }

    private void WritePredictor()
    {
        Summary($"A snapshot of a {Name} for predicting. It never changes, and any number of threads may use it.");
        writer.Line(EmittedFile.GeneratedCode);
        isInMarkedType = true;
        using (writer.Block("public sealed class Predictor"))
        {
            Member(StateField);
            writer.Line();
            using (MemberBlock($"internal Predictor(global::NetGen.CompilerServices.NetworkState<{element}> source)"))
            {
                writer.Line("source.CopyTo(__state);");
                if (plan.Packs)
                {
                    writer.Line($"__state.EnsurePacked({kernels}.PackAll);");
                }
            }

            WritePredictMembers(isSnapshot: true);
        }

        isInMarkedType = false;
    }
}
