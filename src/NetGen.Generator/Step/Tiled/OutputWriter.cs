using System;
using NetGen.Generator.Activations;
using NetGen.Generator.Losses;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Tiled;

/// <summary>
/// Writes what happens at the output of a tiled network: A[L] for predictions; dZ[L] and, if somebody reads it, the loss of each example for training.
/// </summary>
internal sealed class OutputWriter(KernelContext context)
{
    private readonly CodeWriter writer = context.Writer;
    private readonly VectorText text = context.Text;
    private readonly OutputPlan plan = context.Plan.Output;

    private int Units => plan.Units;

    private int Stride => plan.Stride;

    /// <summary>Writes ActivateOutput and OutputDeltas.</summary>
    public void Write()
    {
        if (plan.Function.Kind == Activation.Softmax)
        {
            WriteSoftmaxRow();
            WriteActivateSoftmax();
            WriteSoftmaxDeltas();
            return;
        }

        if (plan.Function.Kind != Activation.Linear)
        {
            WriteActivateElements();
        }

        if (plan.IsCompact)
        {
            WriteDeltaVector();
            WriteCompactDeltas();
        }
        else
        {
            WriteRowDeltas();
        }
    }

    private string DeltaSignature => $"void OutputDeltas({context.Refs("z", "y", "delta", "losses")}, nint start, nint end, {text.Element} scale, bool cost)";

    private string DeltaSummary => $"dZ{plan.Layer} of the examples start to end, times scale, and, for the cost, their losses.";

    private void WriteActivateElements()
    {
        using (context.Kernel($"A{plan.Layer} = {ActivationFacts.Of(plan.Function.Kind).Word}(Z{plan.Layer}) in place, "
            + $"of {VectorText.Count(Units, "output unit")}.", $"void ActivateOutput({context.Refs("z")}, nint examples)"))
        {
            using (writer.Block($"for (nint i = 0; i < examples{(Stride == 1 ? string.Empty : $" * {Stride}")}; i += {text.Lanes})"))
            {
                writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z, (nuint)i);");
                writer.Line($"{text.Type} a = {ActivationFunction.Of(plan.Function).Value(text, text.Width.Bits, "value")};");
                writer.Line("a.StoreUnsafe(ref z, (nuint)i);");
            }
        }
    }

    /// <summary>Declares d, dZ of the value and the label in variables.</summary>
    /// <returns>The loss.</returns>
    private Expression WriteElementwise() =>
        LossFunction.Of(plan.Loss).WriteElementwise(writer, ActivationFunction.Of(plan.Function), text, "value", "label", "d");

    private string Label(string loaded) => LossFunction.Label(plan.Loss, Units, text, loaded).Text;

    private void WriteDeltaVector()
    {
        using (context.Inlined($"One vector of examples: dZ{plan.Layer} times scale, "
            + $"and the losses.", $"void OutputDeltaVector({context.Refs("z", "y", "delta", "losses")}, {text.Element} scale, bool cost)"))
        {
            writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z);");
            writer.Line($"{text.Type} label = {Label($"{text.Class}.LoadUnsafe(ref y)")};");
            Expression loss = WriteElementwise();
            writer.Line("(d * scale).StoreUnsafe(ref delta);");
            using (writer.Block("if (cost)"))
            {
                writer.Line($"{loss.Receiver}.StoreUnsafe(ref losses);");
            }
        }
    }

    private void WriteCompactDeltas()
    {
        using (context.Kernel(DeltaSummary, DeltaSignature))
        {
            writer.Line("nint i = start;");
            using (writer.Block($"for (; i + {text.Lanes} <= end; i += {text.Lanes})"))
            {
                writer.Line("OutputDeltaVector(ref Unsafe.Add(ref z, i), ref Unsafe.Add(ref y, i), ref Unsafe.Add(ref delta, i), "
                    + "ref Unsafe.Add(ref losses, i), scale, cost);");
            }

            using (writer.Block("if (i < end)"))
            {
                writer.Line("// fewer examples than lanes: in a copy, since nothing outside may be read or written");
                writer.Line("int count = (int)(end - i);");
                writer.Line($"{KernelAliases.Span(text.Element)} copy = stackalloc {text.Element}[{4 * text.Lanes}];");
                writer.Line("MemoryMarshal.CreateSpan(ref Unsafe.Add(ref z, i), count).CopyTo(copy);");
                writer.Line($"MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, i), count).CopyTo(copy.Slice({text.Lanes}));");
                writer.Line($"OutputDeltaVector(ref copy[0], ref copy[{text.Lanes}], ref copy[{2 * text.Lanes}], ref copy[{3 * text.Lanes}], scale, cost);");
                writer.Line($"copy.Slice({2 * text.Lanes}, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref delta, i), count));");
                writer.Line($"copy.Slice({3 * text.Lanes}, count).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref losses, i), count));");
            }
        }
    }

    private void WriteRowDeltas()
    {
        using (context.Kernel(DeltaSummary, DeltaSignature))
        {
            WriteMask();
            using (writer.Block("for (nint i = start; i < end; i++)"))
            {
                writer.Line($"{text.Type} sum = {text.Zero};");
                WriteRow(isTail =>
                {
                    writer.Line($"{text.Type} value = {text.Class}.LoadUnsafe(ref z, at);");
                    writer.Line($"{text.Type} label = {Label(LoadedLabel)};");
                    Expression loss = WriteElementwise();
                    writer.Line("(d * scale).StoreUnsafe(ref delta, at);");
                    WriteAddLoss(loss, isTail);
                });
                writer.Line("Unsafe.Add(ref losses, i) = HorizontalSum.Of(sum);");
            }
        }
    }

    private void WriteSoftmaxRow()
    {
        using (context.Kernel(
            $"Writes the softmax of the {Units} values of one example, and returns the logarithm of the sum of their exponentials. "
                + $"The greatest is subtracted first, so that nothing overflows.",
            $"{text.Element} Softmax({context.Refs("z", "a")})"))
        {
            WriteMask();
            writer.Line($"{text.Type} most = {text.Class}.Create({text.Element}.NegativeInfinity);");
            WriteRow(isTail => writer.Line($"most = Max(most, {MaskedLoad(isTail)});"), isOnly: true);
            writer.Line($"{text.Element} greatest = HorizontalMax.Of(most);");
            writer.Line($"{text.Type} sum = {text.Zero};");
            WriteRow(isTail =>
            {
                writer.Line($"{text.Type} e = VectorMath.Exp({MaskedLoad(isTail)} - {text.Class}.Create(greatest));");
                writer.Line("e.StoreUnsafe(ref a, at);");
                writer.Line("sum += e;");
            }, isOnly: true);
            writer.Line($"{text.Element} total = HorizontalSum.Of(sum);");
            writer.Line($"{text.Type} share = {text.Class}.Create(1 / total);");
            WriteRow(_ => writer.Line($"({text.Class}.LoadUnsafe(ref a, at) * share).StoreUnsafe(ref a, at);"), isOnly: true);
            writer.Line($"return greatest + {text.Element}.Log(total);");
        }
    }

    private void WriteActivateSoftmax()
    {
        using (context.Kernel($"A{plan.Layer} = softmax(Z{plan.Layer}) in place.", $"void ActivateOutput({context.Refs("z")}, nint examples)"))
        {
            using (writer.Block("for (nint i = 0; i < examples; i++)"))
            {
                writer.Line($"ref {text.Element} row = ref Unsafe.Add(ref z, {VectorText.Times("i", Stride)});");
                writer.Line("Softmax(ref row, ref row);");
            }
        }
    }

    private void WriteSoftmaxDeltas()
    {
        using (context.Kernel(DeltaSummary, DeltaSignature))
        {
            WriteMask();
            using (writer.Block("for (nint i = start; i < end; i++)"))
            {
                writer.Line($"{text.Element} logSum = Softmax(ref Unsafe.Add(ref z, {VectorText.Times("i", Stride)}), ref Unsafe.Add(ref delta, "
                    + $"{VectorText.Times("i", Stride)}));");
                writer.Line($"{text.Type} sum = {text.Zero};");
                if (LossFunction.Of(plan.Loss) is Focal focal)
                {
                    WriteFocalRow(focal);
                }
                else
                {
                    WriteRow(WriteErrors);
                }

                writer.Line("Unsafe.Add(ref losses, i) = HorizontalSum.Of(sum);");
            }
        }
    }

    private void WriteErrors(bool isTail)
    {
        string label = plan.Loss.LabelSmoothing == 0.0 ? LoadedLabel : "label";
        writer.Line($"{text.Type} a = {text.Class}.LoadUnsafe(ref delta, at);");
        if (label != LoadedLabel)
        {
            writer.Line($"{text.Type} label = {Label(LoadedLabel)};");
        }

        writer.Line($"{text.Type} error = a - {label};");
        writer.Line("(error * scale).StoreUnsafe(ref delta, at);");
        WriteAddLoss(CrossEntropy.OfClass($"{text.Class}.LoadUnsafe(ref z, at)", $"{text.Class}.Create(logSum)", label), isTail);
    }

    /// <summary>Writes dZ and the loss of a row in two turns: what each class pulls takes the place of its label, for the second needs their sum.</summary>
    private void WriteFocalRow(Focal focal)
    {
        writer.Line($"{text.Type} pulls = {text.Zero};");
        WriteRow(isTail =>
        {
            writer.Line($"{text.Type} a = {text.Class}.LoadUnsafe(ref delta, at);");
            writer.Line($"{text.Type} label = {Label(LoadedLabel)};");
            writer.Line($"{text.Type} missed = {text.Class}.Create(logSum) - {BoundedLoad};");
            Expression pull = focal.Pull(text, "a", "missed", "label");
            writer.Line(isTail ? $"{text.Type} pull = ConditionalSelect(inside, {pull}, {text.Zero});" : $"{text.Type} pull = {pull};");
            writer.Line("pull.StoreUnsafe(ref y, at);");
            writer.Line("pulls += pull;");
            WriteAddLoss(focal.OfClass(text, "a", "missed", "label"), isTail);
        });
        writer.Line($"{text.Type} all = {text.Class}.Create(HorizontalSum.Of(pulls));");
        WriteRow(_ =>
        {
            writer.Line($"{text.Type} own = {LoadedLabel} - ({text.Class}.LoadUnsafe(ref delta, at) * all);");
            writer.Line("(own * scale).StoreUnsafe(ref delta, at);");
        });
    }

    private void WriteAddLoss(Expression loss, bool isTail)
    {
        using (writer.Block("if (cost)"))
        {
            writer.Line(isTail ? $"sum += ConditionalSelect(inside, {loss}, {text.Zero});" : $"sum += {loss};");
        }
    }

    private string MaskedLoad(bool isTail) => isTail
        ? $"ConditionalSelect(inside, {BoundedLoad}, {text.Class}.Create({text.Element}.NegativeInfinity))"
        : BoundedLoad;

    private string LoadedLabel => $"{text.Class}.LoadUnsafe(ref y, at)";

    private string BoundedLoad => $"Logits.Bounded({text.Class}.LoadUnsafe(ref z, at))";

    private void WriteMask()
    {
        if (Units % text.Lanes != 0)
        {
            writer.Line($"{text.Type} inside = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(Units % text.Lanes)}));");
        }
    }

    /// <summary>
    /// Writes a loop over the full vectors of row i, or of the only row, and, where its last vector is not full, the same once more for that one; each knows
    /// its place as "at".
    /// </summary>
    private void WriteRow(Action<bool> body, bool isOnly = false)
    {
        int full = Units / text.Lanes * text.Lanes;
        string row = isOnly ? string.Empty : $"(i * {Stride})";
        if (full > 0)
        {
            using (context.StepLoop("unit", full, text.Lanes))
            {
                writer.Line(isOnly ? "nuint at = (nuint)unit;" : $"nuint at = (nuint)({row} + unit);");
                body(false);
            }
        }

        if (full < Units)
        {
            using (writer.Block())
            {
                writer.Line(isOnly ? $"const nuint at = {full};" : full == 0 ? $"nuint at = (nuint){row};" : $"nuint at = (nuint)({row} + {full});");
                body(true);
            }
        }
    }
}
