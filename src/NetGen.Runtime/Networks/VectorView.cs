using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// A parameter of one layer of a network that has a value for each unit, n[l] values: the biases b[l], or the gamma, beta, mean, variance or scale of a
/// normalization. It shows the network's own values, and writes to them.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly ref struct VectorView<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> values;
    private readonly NetworkState<T>? state;
    private readonly string? name;

    /// <summary>Looks at some values as a parameter of a layer.</summary>
    /// <param name="values">The values, one for each unit; at least one.</param>
    /// <param name="layerName">What messages call the parameter, such as "b2 of CatNet".</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public VectorView(Span<T> values, string layerName)
        : this(values, layerName, null)
    {
    }

    /// <summary>Looks at a parameter of a layer of a network.</summary>
    /// <param name="values">The values, one for each unit; at least one.</param>
    /// <param name="layerName">What messages call the parameter, such as "b2 of CatNet".</param>
    /// <param name="state">What holds the values and is told of each CopyFrom.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public VectorView(Span<T> values, string layerName, NetworkState<T>? state)
    {
        ViewGuard.Sizes(values.Length, layerName, nameof(values));
        this.values = values;
        this.state = state;
        name = layerName;
    }

    /// <summary>The number of units, n[l].</summary>
    public int Length => values.Length;

    /// <summary>The value of a unit.</summary>
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

    /// <summary>All values.</summary>
    public ReadOnlySpan<T> AsSpan() => values;

    /// <summary>A copy of the values.</summary>
    public T[] ToArray() => values.ToArray();

    /// <summary>Replaces the values.</summary>
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
