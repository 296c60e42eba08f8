using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What an optimizer keeps from step to step: some numbers for every parameter, and what each update of the present step multiplies by. Every copy of the
/// optimizer refers to the same one. The numbers lie in pinned memory: pointers save each piece of an update the way through the arrays.
/// </summary>
/// <param name="optimizer">The optimizer's name.</param>
internal abstract class OptimizerState<T>(string optimizer)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Lock making = new();

    // Written once, behind the pointers: whoever reads a length finds memory of that length behind them, whatever other threads begin meanwhile.
    private volatile int length;

    /// <summary>The optimizer's name.</summary>
    public string Optimizer => optimizer;

    /// <summary>The number of parameters; 0 before the first step.</summary>
    public int Length => length;

    /// <summary>Makes room at the first step; later, checks that the network is as large as it was.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    /// <exception cref="InvalidOperationException">The optimizer has trained a network with another number of parameters.</exception>
    public void Ensure(int parameterCount)
    {
        if (length != parameterCount)
        {
            Make(parameterCount);
        }
    }

    /// <summary>Allocates a zero for each parameter, as often as the optimizer has numbers for it.</summary>
    protected abstract void Allocate(int parameterCount);

    private void Make(int parameterCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameterCount);
        lock (making)
        {
            if (length == 0)
            {
                Allocate(parameterCount);
                length = parameterCount;
            }

            if (length != parameterCount)
            {
                throw new InvalidOperationException(Text(
                    $"This {optimizer} keeps the state of a network of {length} parameters, but was given one of {parameterCount}: make another for each."));
            }
        }
    }
}
