using System.Collections.Generic;
using NetGen.Generator.Products;
using NetGen.Generator.Text;

namespace NetGen.Generator.Step.Prediction;

/// <summary>Writes the softmax of the outputs of one example, in place.</summary>
/// <param name="kernel">Where to.</param>
/// <param name="units">The outputs.</param>
/// <param name="name">The ref of the outputs.</param>
internal sealed class SoftmaxWriter(KernelWriter kernel, int units, string name)
{
    private readonly CodeWriter writer = kernel.Writer;
    private readonly VectorText text = kernel.Text;

    /// <summary>Writes the code.</summary>
    public void Write()
    {
        IReadOnlyList<Piece> pieces = text.Width.Cover(units);
        writer.Line("// softmax: the greatest is subtracted first, so that nothing overflows; lanes after the last unit count as -infinity");
        if (pieces.Count == 1)
        {
            WriteOne(pieces[0]);
        }
        else
        {
            WriteMany();
        }
    }

    /// <summary>Softmax of units that one vector holds.</summary>
    private void WriteOne(Piece piece)
    {
        string vector = VectorText.ClassOf(piece.Bits);
        string type = text.TypeOf(piece.Bits);
        writer.Line($"{type} logits = Logits.Bounded({VectorText.Load(piece.Bits, name, 0)});");
        if (piece.Used < piece.Lanes)
        {
            string used = $"LessThan({type}.Indices, {vector}.Create({text.Literal(piece.Used)}))";
            writer.Line($"logits = ConditionalSelect({used}, logits, {vector}.Create({text.Element}.NegativeInfinity));");
        }

        writer.Line($"{type} e = VectorMath.Exp(logits - {vector}.Create(HorizontalMax.Of(logits)));");
        writer.Line($"(e / {vector}.Create(HorizontalSum.Of(e))).StoreUnsafe(ref {name});");
    }

    private void WriteMany()
    {
        int tail = units % text.Lanes;
        string lowest = $"{text.Class}.Create({text.Element}.NegativeInfinity)";
        if (tail > 0)
        {
            writer.Line($"{text.Type} used = LessThan({text.Type}.Indices, {text.Class}.Create({text.Literal(tail)}));");
            string bounded = $"ConditionalSelect(used, {VectorText.Load(text.Width.Bits, name, units - tail)}, {lowest})";
            writer.Line(VectorText.Store(Expression.Primary(bounded), name, units - tail));
        }

        string eachVector = $"for (nint unit = 0; unit < {units}; unit += {text.Lanes})";
        string vector = $"{text.Class}.LoadUnsafe(ref {name}, (nuint)unit)";
        writer.Lines($$"""
            {{text.Type}} most = {{lowest}};
            {{eachVector}}
            {
                {{text.Type}} logits = Logits.Bounded({{vector}});
                logits.StoreUnsafe(ref {{name}}, (nuint)unit);
                most = Max(most, logits);
            }
            {{text.Type}} greatest = {{text.Class}}.Create(HorizontalMax.Of(most));
            {{text.Type}} sum = {{text.Zero}};
            {{eachVector}}
            {
                {{text.Type}} e = VectorMath.Exp({{vector}} - greatest);
                e.StoreUnsafe(ref {{name}}, (nuint)unit);
                sum += e;
            }
            {{text.Type}} share = {{text.Class}}.Create(1 / HorizontalSum.Of(sum));
            {{eachVector}}
            {
                ({{vector}} * share).StoreUnsafe(ref {{name}}, (nuint)unit);
            }
            """);
    }
}
