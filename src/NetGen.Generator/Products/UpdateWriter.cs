using NetGen.Generator.Text;

namespace NetGen.Generator.Products;

/// <summary>Writes how gradients go from the registers straight to what takes them: an optimizer, or memory.</summary>
internal sealed class UpdateWriter(KernelWriter kernel, int parameterCount)
{
    /// <summary>The generic parameter of every method that updates parameters.</summary>
    public const string Sink = "T";

    /// <summary>The constraint of <see cref="Sink"/>.</summary>
    public string Constraint => ConstraintOf(kernel.Element);

    /// <summary>The constraint of <see cref="Sink"/> for an element type.</summary>
    public static string ConstraintOf(string element) => $"where {Sink} : struct, {KernelAliases.Sink(element)}, allows ref struct";

    /// <summary>
    /// Writes the span of all parameters that updates are given. Its length is a constant, so that the bounds that an optimizer checks cost one compare for a
    /// piece.
    /// </summary>
    public void WriteAllParameters() =>
        kernel.Writer.Line($"{KernelAliases.Span(kernel.Element)} all = MemoryMarshal.CreateSpan(ref parameters, {VectorText.Number(parameterCount)});");

    /// <summary>
    /// Writes the copy of the sink that takes the gradients: no store can change it, so what one update has read and checked is not read and checked by
    /// the next.
    /// </summary>
    public void WriteOwnSink() => kernel.Writer.Line($"{Sink} own = sink;");

    /// <summary>Writes the call that updates the parameters of one accumulator, in the scope of the two above.</summary>
    public void Write(string index, int bits, int used, string value, long offset)
    {
        string at = offset == 0 ? index : $"{index} + {VectorText.Number(offset)}";
        kernel.Writer.Line(used == kernel.Text.Width.LanesOf(bits)
            ? $"own.Update(all, {at}, {value});"
            : $"PartialUpdate.Apply(ref own, all, {at}, {value}, {used});");
    }
}
