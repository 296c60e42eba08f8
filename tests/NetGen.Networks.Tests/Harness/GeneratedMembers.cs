using System.Numerics;

namespace NetGen.Networks.Tests.Harness;

/// <summary>Members of a generated class that are not part of <see cref="INetwork{TSelf,T}"/>, for classes that exist only at run time.</summary>
internal static class GeneratedMembers
{
    private delegate ForwardPass<T> ForwardMethod<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Calls Forward.</summary>
    public static ForwardPass<T> Forward<TNet, T>(TNet network, ReadOnlySpan<T> x)
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(TNet).GetMethod("Forward", [typeof(ReadOnlySpan<T>)])!.CreateDelegate<ForwardMethod<T>>(network)(x);
}
