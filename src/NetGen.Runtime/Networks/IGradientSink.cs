using System.Numerics;

namespace NetGen;

/// <summary>
/// Takes the gradient of the cost, piece by piece, as the pieces leave the registers: an <see cref="IOptimizer{T}"/> updates the parameters with them, and
/// emitted code stores them. A sink is a struct whose Update is inlined: mark it with MethodImplOptions.AggressiveInlining.
/// </summary>
/// <remarks>
/// <para>
/// <b>The parameters that Update is given are all of the network's, not those of the piece.</b> The piece is parameters[index], parameters[index + 1], ...,
/// as many as the gradient has elements; parameters[0] is the first weight of layer 1 in every call.
/// </para>
/// <para>Each element of the gradient comes once a step, on one thread; the pieces come in any order, from several threads at once.</para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public interface IGradientSink<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether updates change the parameters; false for what only keeps gradients. Emitted code then leaves out what follows from a change.</summary>
    static virtual bool ChangesParameters => true;

    /// <summary>
    /// Told of which rows of parameters the gradient comes next, so that they, and the state for them, are near when it is known. A hint: doing nothing is
    /// right as well. Called for layers too large for the second-level cache.
    /// </summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the first row starts.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The parameters of each row.</param>
    void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns);

    /// <summary>Takes a piece of the gradient: a vector of 512, 256 or 128 bits, or a single number.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the piece starts: the first element of the gradient is for parameters[index].</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    /// <typeparam name="TPiece">The piece: a vector of T, or T.</typeparam>
    /// <typeparam name="TMath">What a formula computes with on such pieces.</typeparam>
    void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T>;
}
