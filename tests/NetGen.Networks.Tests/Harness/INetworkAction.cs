using System.Numerics;

namespace NetGen.Networks.Tests.Harness;

/// <summary>What a test does with a network whose class exists only at run time.</summary>
internal interface INetworkAction
{
    /// <summary>Does it.</summary>
    /// <typeparam name="TNet">The generated class.</typeparam>
    /// <typeparam name="T">Its element type.</typeparam>
    void Run<TNet, T>()
        where TNet : class, INetwork<TNet, T>, new()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
