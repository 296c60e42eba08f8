using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.CompilerServices;

/// <summary>
/// Stores each piece of the gradient and leaves the parameters alone. Generated networks compute gradients with it.
/// </summary>
/// <typeparam name="T">The element type: float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GradientStore<T> : IGradientSink<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> gradients;

    /// <summary>Stores gradients.</summary>
    /// <param name="gradients">Receives one value for each parameter.</param>
    public GradientStore(Span<T> gradients) => this.gradients = gradients;

    /// <inheritdoc/>
    public static bool ChangesParameters => false;

    /// <summary>Asks for the gradients that will be overwritten: a part of a line is written into the line as it is.</summary>
    /// <param name="parameters">Without meaning here.</param>
    /// <param name="index">Where the first row starts.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The gradients of each row.</param>
    public void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns) => Prefetch.FarRows<T>(gradients, index, stride, rows, columns);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for the piece.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>
    {
        PieceGuard.Inside(gradients.Length, index, TMath.Count);
        TMath.StoreAt(gradient, ref MemoryMarshal.GetReference(gradients), (uint)index);
    }
}
