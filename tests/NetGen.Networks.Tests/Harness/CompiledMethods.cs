using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace NetGen.Networks.Tests.Harness;

/// <summary>Listens to the runtime's just-in-time compiler: which methods it compiled, and how.</summary>
internal sealed class CompiledMethods : EventListener
{
    /// <summary>The tier of methods that the compiler refused to optimize.</summary>
    public const int MinOpts = 1;

    private const EventKeywords JitKeyword = (EventKeywords)0x10;
    private const int TierShift = 7;
    private const int TierMask = 7;

    private static int lastNumber;

    private readonly ConcurrentQueue<Method> methods = new();

    /// <summary>A compiled method; nested types have a + in the name, generic methods their instantiation in the signature only.</summary>
    internal sealed record Method(string Type, string Name, int Tier);

    /// <summary>
    /// The methods that were compiled since the listener was made: of a type, of the types in it, and of the kernels that were emitted for it.
    /// </summary>
    public Method[] Within(string type)
    {
        WaitForEvents();
        return [.. methods.Where(method =>
            method.Type == type
            || method.Type.StartsWith(type + "+", StringComparison.Ordinal)
            || method.Type.StartsWith($"NetGen.Emitted.Of_{type}.", StringComparison.Ordinal))];
    }

    /// <summary>Events come late, but in order: a method compiled now is known when all before it are.</summary>
    private void WaitForEvents()
    {
        string name = $"Last{Interlocked.Increment(ref lastNumber)}";
        using CompiledNetworks assembly = NetworkCompiler.Load($"internal static class {name} {{ public static int Run(int x) {{ return x; }} }}");
        assembly.Call(name, "Run", 1);
        Assert.True(SpinWait.SpinUntil(() => methods.Any(method => method.Type == name), TimeSpan.FromMinutes(1)), "the runtime reports no compiled methods");
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, JitKeyword);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base class may deliver events before this one's fields are there.
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true && methods is not null)
        {
            uint flags = (uint)Value("MethodFlags")!;
            methods.Enqueue(new Method((string)Value("MethodNamespace")!, (string)Value("MethodName")!, (int)((flags >> TierShift) & TierMask)));
        }

        object? Value(string name) => eventData.Payload![eventData.PayloadNames!.IndexOf(name)];
    }
}
