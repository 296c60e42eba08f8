using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>Writes what notices, in Debug builds of the consumer, that a network is changed while it is used. A Release build has nothing of it.</summary>
internal static class AccessText
{
    /// <summary>Writes that the rest of the block reads the parameters.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="state">The state of the network.</param>
    /// <param name="operation">What messages call the block.</param>
    public static void WriteReading(CodeWriter writer, string state, string operation)
    {
        writer.Lines($"""
            #if DEBUG
            using global::NetGen.CompilerServices.NetworkReading reading = {state}.Reading("{operation}");
            #endif
            """);
    }
}
