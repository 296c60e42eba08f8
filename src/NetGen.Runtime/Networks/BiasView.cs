using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The biases b[l] of one layer of a network: n[l] values, one for each unit. It shows the network's own values, and writes to them.</summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly ref struct BiasView<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> values;
    private readonly NetworkState<T>? state;
    private readonly string? name;

    /// <summary>Looks at some values as the biases of a layer.</summary>
    /// <param name="values">The values, one for each unit; at least one.</param>
    /// <param name="layerName">What messages call these biases, such as "b2 of CatNet".</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public BiasView(Span<T> values, string layerName)
        : this(values, layerName, null)
    {
    }

    /// <summary>Looks at the biases of a layer of a network.</summary>
    /// <param name="values">The values, one for each unit; at least one.</param>
    /// <param name="layerName">What messages call these biases, such as "b2 of CatNet".</param>
    /// <param name="state">What holds the values and is told of each CopyFrom.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public BiasView(Span<T> values, string layerName, NetworkState<T>? state)
    {
        ViewGuard.Sizes(values.Length, layerName, nameof(values));
        this.values = values;
        this.state = state;
        name = layerName;
    }

    /// <summary>The number of units, n[l].</summary>
    public int Length => values.Length;

    /// <summary>The bias of a unit.</summary>
    /// <param name="unit">The unit, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public T this[int unit]
    {
        get
        {
            ViewGuard.Index(unit, Length, "unit", name, nameof(unit));
            return values[unit];
        }
    }

    /// <summary>All biases.</summary>
    public ReadOnlySpan<T> AsSpan() => values;

    /// <summary>A copy of the biases.</summary>
    public T[] ToArray() => values.ToArray();

    /// <summary>Replaces the biases.</summary>
    /// <param name="source">Length values.</param>
    /// <exception cref="ArgumentException">The number of values is another.</exception>
    /// <exception cref="InvalidOperationException">A step is changing the network's parameters, or, in a Debug build, anything else is using them.</exception>
    public void CopyFrom(ReadOnlySpan<T> source)
    {
        ViewGuard.Length(source.Length, Length, name, nameof(source));
        using ViewWrite<T> writing = new(state, name);
        source.CopyTo(values);
    }
}
