using System.Reflection;
using System.Runtime.Loader;

namespace NetGen.Networks.Tests.Harness;

/// <summary>An assembly of generated networks; disposing of it lets the runtime unload the code.</summary>
internal sealed class CompiledNetworks(AssemblyLoadContext context, Assembly assembly) : IDisposable
{
    /// <summary>Compiles a source and runs an action on one of its networks.</summary>
    public static void Use(string source, string typeName, INetworkAction action)
    {
        using CompiledNetworks networks = NetworkCompiler.Load(source);
        networks.Run(typeName, action);
    }

    /// <summary>Runs an action on one of the networks.</summary>
    public void Run(string typeName, INetworkAction action)
    {
        Type network = assembly.GetType(typeName, throwOnError: true)!;
        Type contract = network.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INetwork<,>));
        MethodInfo run = typeof(INetworkAction).GetMethod(nameof(INetworkAction.Run))!.MakeGenericMethod(contract.GetGenericArguments());
        run.Invoke(action, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    /// <summary>Calls a static method of a type that stands beside the networks.</summary>
    public object? Call(string typeName, string methodName, params object[] arguments) =>
        assembly.GetType(typeName, throwOnError: true)!.GetMethod(methodName)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    /// <inheritdoc/>
    public void Dispose() => context.Unload();
}
