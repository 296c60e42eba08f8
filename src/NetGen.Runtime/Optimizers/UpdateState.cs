using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What an optimizer keeps from step to step: some numbers for every parameter, and what each update of the present step multiplies by. Every copy of the
/// optimizer refers to the same one. The numbers lie in pinned memory: pointers save each piece of an update the way through the arrays.
/// </summary>
/// <param name="optimizer">The optimizer's name.</param>
/// <param name="names">The names of the numbers for every parameter.</param>
/// <param name="squares">Which of them are sums or means of squares, whose root is taken; null: none.</param>
internal abstract class UpdateState<T>(string optimizer, string[] names, string? squares = null)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Lock making = new();
    private ParameterBlock<T>[] blocks = [];

    // Written once, after the pointers: whoever reads a length finds memory of that length after them, whatever other threads begin meanwhile.
    private volatile int length;

    /// <summary>The optimizer's name.</summary>
    public string Optimizer => optimizer;

    /// <summary>The number of parameters; 0 before the first step.</summary>
    public int Length => length;

    /// <summary>The numbers for the whole network.</summary>
    protected virtual OptimizerScalar[] Scalars => [];

    /// <summary>Makes room at the first step; later, checks that the network is as large as it was.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="InvalidOperationException">The optimizer has trained a network with another number of parameters.</exception>
    public void Ensure(NetworkDescription network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Ensure(network.ParameterCount);
    }

    private void Ensure(int parameterCount)
    {
        if (length != parameterCount)
        {
            Make(parameterCount);
        }
    }

    /// <summary>The state by name; its blocks are the memory of this one.</summary>
    public OptimizerState<T> Named()
    {
        bool isBegun = length > 0;
        return new([.. names.Select((name, i) => new OptimizerBlock<T>(name, isBegun ? blocks[i].Memory : default))], Scalars);
    }

    /// <summary>Takes over the numbers of another state. One from before the first step stands for zeros.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">It does not fit; nothing has been changed.</exception>
    public void Restore(OptimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.RequireFit(optimizer, names, [.. Scalars.Select(static scalar => scalar.Name)], length);
        CheckScalars(state);
        CheckSquares(state);
        int count = state.Block(names[0]).Length;
        if (count > 0)
        {
            Ensure(count);
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            if (count > 0)
            {
                state.Block(names[i]).CopyTo(blocks[i].Span);
            }
            else
            {
                blocks[i].Span.Clear();
            }
        }

        RestoreScalars(state);
    }

    /// <summary>Told where the numbers for every parameter lie, in the order of their names.</summary>
    protected abstract void Point(ParameterBlock<T>[] blocks);

    /// <summary>Checks the numbers for the whole network before anything is changed.</summary>
    protected virtual void CheckScalars(OptimizerState<T> state)
    {
    }

    /// <summary>Takes over the numbers for the whole network.</summary>
    protected virtual void RestoreScalars(OptimizerState<T> state)
    {
    }

    private void CheckSquares(OptimizerState<T> state)
    {
        ReadOnlySpan<T> values = squares is null ? [] : state.Block(squares);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < T.Zero)
            {
                throw new ArgumentException(Text(
                    $"The {squares} of the state is {values[i]} at {i}, but what {optimizer} keeps there comes of squares, and is not negative."));
            }
        }
    }

    private void Make(int parameterCount)
    {
        lock (making)
        {
            if (length == 0)
            {
                ParameterBlock<T>[] made = [.. names.Select(_ => new ParameterBlock<T>(parameterCount))];
                Point(made);
                blocks = made;
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
