using System.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>
/// What an optimizer keeps from step to step, by name: numbers for each parameter, and numbers for the whole network. With it and the parameters, a training
/// goes on elsewhere as if it had not been stopped, bit for bit. Hyperparameters, such as the learning rate, are not part of it.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class OptimizerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A state; the numbers of the blocks are not copied.</summary>
    /// <param name="blocks">The numbers for each parameter.</param>
    /// <param name="scalars">The numbers for the whole network.</param>
    /// <exception cref="ArgumentException">Two of them have the same name.</exception>
    public OptimizerState(IReadOnlyList<OptimizerBlock<T>> blocks, IReadOnlyList<OptimizerScalar> scalars)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(scalars);
        Blocks = Array.AsReadOnly([.. blocks]);
        Scalars = Array.AsReadOnly([.. scalars]);
        var names = new HashSet<string>();
        foreach (string name in Names)
        {
            if (!names.Add(name))
            {
                throw new ArgumentException($"The state of an optimizer has names that differ, but two parts of this one are named {name}.");
            }
        }
    }

    /// <summary>The state of an optimizer that keeps nothing.</summary>
    public static OptimizerState<T> None { get; } = new([], []);

    /// <summary>
    /// The numbers for each parameter. Those that an optimizer has returned are its own memory: the next step changes them, see <see cref="Copy"/>.
    /// </summary>
    public IReadOnlyList<OptimizerBlock<T>> Blocks { get; }

    /// <summary>The numbers for the whole network, as they were when the state was asked for.</summary>
    public IReadOnlyList<OptimizerScalar> Scalars { get; }

    private IEnumerable<string> Names => Blocks.Select(static block => block.Name).Concat(Scalars.Select(static scalar => scalar.Name));

    /// <summary>The numbers for each parameter of one name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such block.</exception>
    public ReadOnlySpan<T> Block(string name) =>
        (Blocks.FirstOrDefault(block => block.Name == name) ?? throw Missing(name, nameof(name))).Values;

    /// <summary>The number of one name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public double Scalar(string name) => (Scalars.FirstOrDefault(scalar => scalar.Name == name) ?? throw Missing(name, nameof(name))).Value;

    /// <summary>A state of its own, which no step changes.</summary>
    public OptimizerState<T> Copy() => new([.. Blocks.Select(static block => block.Copy())], Scalars);

    /// <summary>
    /// Checks that a state can be restored: that it has exactly the parts that the optimizer keeps, in any order, and all blocks the same length, that of the
    /// network or 0. RestoreState of an optimizer of your own begins with it, so that one that is refused has changed nothing.
    /// </summary>
    /// <param name="optimizer">The optimizer's name, for messages.</param>
    /// <param name="blocks">The names of the blocks that it keeps.</param>
    /// <param name="scalars">The names of the numbers that it keeps.</param>
    /// <param name="parameterCount">The number of parameters of the network that it trains; 0 before the first step: any will do.</param>
    /// <exception cref="ArgumentException">It is the state of another optimizer, or of a network of another size.</exception>
    public void RequireFit(string optimizer, IReadOnlyList<string> blocks, IReadOnlyList<string> scalars, int parameterCount)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(scalars);
        if (!Blocks.Select(static block => block.Name).Order().SequenceEqual(blocks.Order())
            || !Scalars.Select(static scalar => scalar.Name).Order().SequenceEqual(scalars.Order()))
        {
            throw new ArgumentException($"The state holds {Listed(Names)}, but {optimizer} keeps {Listed(blocks.Concat(scalars))}: it is another optimizer's.");
        }

        int length = Blocks.Count == 0 ? 0 : Blocks[0].Values.Length;
        foreach (OptimizerBlock<T> block in Blocks)
        {
            if (block.Values.Length != length)
            {
                throw new ArgumentException(Text(
                    $"The state has {length} values of {Blocks[0].Name}, but {block.Values.Length} of {block.Name}: each has one for every parameter."));
            }
        }

        if (length != 0 && parameterCount != 0 && length != parameterCount)
        {
            throw new ArgumentException(Text(
                $"The state is that of a network of {Counted(length, "parameter")}, but this {optimizer} trains one of {parameterCount}."));
        }
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "nothing";

    private ArgumentException Missing(string name, string parameter) => new($"The state holds {Listed(Names)}, but no such part named {name}.", parameter);
}
