using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Makes the state of an optimizer: a zero for every parameter.</summary>
internal static class OptimizerState
{
    /// <summary>Allocates the state at the first step; later, checks that the network is as large as it was.</summary>
    /// <param name="block">The state, null before the first step.</param>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <param name="optimizer">The optimizer's name.</param>
    /// <exception cref="InvalidOperationException">The optimizer has trained a network with another number of parameters.</exception>
    public static void Ensure<T>(ref ParameterBlock<T>? block, int parameterCount, string optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        block ??= new ParameterBlock<T>(parameterCount);
        if (block.Length != parameterCount)
        {
            throw new InvalidOperationException(Text(
                $"This {optimizer} keeps the state of a network of {block.Length} parameters, but was given one of {parameterCount}: make another for each."));
        }
    }
}
