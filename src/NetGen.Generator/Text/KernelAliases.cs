namespace NetGen.Generator.Text;

/// <summary>The names that emitted files give to constructed types, with which kernels are written.</summary>
internal static class KernelAliases
{
    /// <summary>The name of the interface of what takes gradients.</summary>
    public static string Sink(string element) => element == "float" ? "IFloatSink" : "IDoubleSink";

    /// <summary>The name of a span of elements.</summary>
    public static string Span(string element) => element == "float" ? "FloatSpan" : "DoubleSpan";
}
