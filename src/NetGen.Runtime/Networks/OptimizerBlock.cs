using System.Numerics;

namespace NetGen;

/// <summary>Numbers that an optimizer keeps, one for each parameter of the network, in the order of its parameters.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public sealed class OptimizerBlock<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> memory;

    /// <summary>A block; the numbers are not copied.</summary>
    /// <param name="name">Its name, such as "velocity".</param>
    /// <param name="values">The numbers: none before the first step.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public OptimizerBlock(string name, ReadOnlyMemory<T> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        memory = values;
    }

    /// <summary>The name, such as "velocity".</summary>
    public string Name { get; }

    /// <summary>The numbers: none before the first step. Where they are an optimizer's own memory, its next steps change them.</summary>
    public ReadOnlySpan<T> Values => memory.Span;

    /// <summary>A block of its own, which no step changes.</summary>
    internal OptimizerBlock<T> Copy() => new(Name, memory.ToArray());
}
