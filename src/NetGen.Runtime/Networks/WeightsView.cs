using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The weights W[l] of one layer of a network: a matrix of n[l] rows (units) and n[l-1] columns (inputs). It shows the network's own values, and writes to
/// them.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly ref struct WeightsView<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> values;
    private readonly NetworkState<T>? state;
    private readonly string? name;

    /// <summary>Looks at some values as the weights of a layer.</summary>
    /// <param name="values">rows * columns values, row by row.</param>
    /// <param name="rows">The number of units, n[l]; at least 1.</param>
    /// <param name="columns">The number of inputs, n[l-1]; at least 1.</param>
    /// <param name="layerName">What messages call these weights, such as "W2 of CatNet".</param>
    /// <exception cref="ArgumentException">The number of values is another, or a size is below 1.</exception>
    public WeightsView(Span<T> values, int rows, int columns, string layerName)
        : this(values, rows, columns, layerName, null)
    {
    }

    /// <summary>Looks at the weights of a layer of a network.</summary>
    /// <param name="values">rows * columns values, row by row.</param>
    /// <param name="rows">The number of units, n[l]; at least 1.</param>
    /// <param name="columns">The number of inputs, n[l-1]; at least 1.</param>
    /// <param name="layerName">What messages call these weights, such as "W2 of CatNet".</param>
    /// <param name="state">What holds the values and is told of each CopyFrom.</param>
    /// <exception cref="ArgumentException">The number of values is another, or a size is below 1.</exception>
    public WeightsView(Span<T> values, int rows, int columns, string layerName, NetworkState<T>? state)
    {
        ViewGuard.Sizes(values.Length, rows, columns, layerName);
        this.values = values;
        this.state = state;
        name = layerName;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The number of units, n[l].</summary>
    public int Rows { get; }

    /// <summary>The number of inputs, n[l-1].</summary>
    public int Columns { get; }

    /// <summary>The weight with which a unit takes an input.</summary>
    /// <param name="row">The unit, from 0.</param>
    /// <param name="column">The input, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit or input.</exception>
    public T this[int row, int column]
    {
        get
        {
            ViewGuard.Index(row, Rows, "row", name, nameof(row));
            ViewGuard.Index(column, Columns, "column", name, nameof(column));
            return values[(row * Columns) + column];
        }
    }

    /// <summary>The weights of one unit, one for each input.</summary>
    /// <param name="row">The unit, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ReadOnlySpan<T> Row(int row)
    {
        ViewGuard.Index(row, Rows, "row", name, nameof(row));
        return values.Slice(row * Columns, Columns);
    }

    /// <summary>All weights, row by row.</summary>
    public ReadOnlySpan<T> AsSpan() => values;

    /// <summary>A copy of the weights as a matrix.</summary>
    public T[,] ToArray()
    {
        var matrix = new T[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                matrix[row, column] = values[(row * Columns) + column];
            }
        }

        return matrix;
    }

    /// <summary>Replaces the weights.</summary>
    /// <param name="source">Rows * Columns values, row by row.</param>
    /// <exception cref="ArgumentException">The number of values is another.</exception>
    /// <exception cref="InvalidOperationException">A step is changing the network's parameters, or, in a Debug build, anything else is using them.</exception>
    public void CopyFrom(ReadOnlySpan<T> source)
    {
        ViewGuard.Length(source.Length, Rows, Columns, name, nameof(source));
        using ViewWrite<T> writing = new(state, name);
        source.CopyTo(values);
    }

    /// <summary>Replaces the weights.</summary>
    /// <param name="source">A matrix of Rows x Columns.</param>
    /// <exception cref="ArgumentException">The matrix has another shape.</exception>
    /// <exception cref="InvalidOperationException">A step is changing the network's parameters, or, in a Debug build, anything else is using them.</exception>
    public void CopyFrom(T[,] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ViewGuard.Shape(source.GetLength(0), source.GetLength(1), Rows, Columns, name, nameof(source));
        using ViewWrite<T> writing = new(state, name);
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                values[(row * Columns) + column] = source[row, column];
            }
        }
    }

    /// <summary>Replaces the weights. Where a row does not fit, nothing is replaced.</summary>
    /// <param name="source">Rows arrays of Columns values.</param>
    /// <exception cref="ArgumentException">The number of rows or the length of one is another.</exception>
    /// <exception cref="InvalidOperationException">A step is changing the network's parameters, or, in a Debug build, anything else is using them.</exception>
    public void CopyFrom(T[][] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ViewGuard.Rows(source, Rows, Columns, name, nameof(source));
        using ViewWrite<T> writing = new(state, name);
        for (int row = 0; row < Rows; row++)
        {
            source[row].CopyTo(values.Slice(row * Columns, Columns));
        }
    }
}
