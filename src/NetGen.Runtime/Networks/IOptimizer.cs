using System.Numerics;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>
/// Turns gradients into an update of the parameters. Emitted code calls it with each piece of the gradient as it leaves the registers, so an optimizer is a
/// struct whose Update methods are inlined: mark them with MethodImplOptions.AggressiveInlining. An element of the parameters is updated once a step, by one
/// thread; the pieces come in any order, from several threads at once.
/// </summary>
/// <remarks>
/// <para>
/// <b>The parameters that an Update is given are all of the network's, not those of the piece.</b> The piece is parameters[index], parameters[index + 1], ...,
/// as many as the gradient has elements; parameters[0] is the first weight of layer 1 in every call. State for each parameter, such as a velocity, lies at the
/// same index in memory of the optimizer's own.
/// </para>
/// <para>
/// <see cref="BeginStep"/> is called on the caller's own optimizer; the step then works on copies of it, on several threads, which are thrown away. So only
/// BeginStep may change fields; what Update changes beside the parameters belongs in memory that a field refers to. Copies of <see cref="Momentum{T}"/> and
/// <see cref="Adam{T}"/> share one state, so that it is the same training that goes on, whichever copy is used.
/// </para>
/// <para>
/// An optimizer that wraps another, to clip gradients, say, <b>forwards BeginStep</b>, PrefetchRows and each Update that it does not compute itself. Momentum
/// and Adam that were not begun throw at their first Update.
/// </para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate: the factor of the update; settable, so that a schedule can change it between steps.</summary>
    double LearningRate { get; set; }

    /// <summary>Called once at the start of a step, before the first update: makes room for state, advances step counts.</summary>
    /// <param name="parameterCount">The number of parameters of the network.</param>
    void BeginStep(int parameterCount);

    /// <summary>
    /// Told which rows of parameters will be updated, so that they, and the state for them, are near when their gradient is known. A hint: doing nothing is
    /// right as well. Called behind <see cref="BeginStep"/>, for layers too large for the second-level cache.
    /// </summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the first row starts.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The parameters of each row.</param>
    void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns);

    /// <summary>Updates 512 bits of parameters.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the piece starts: the first element of the gradient is for parameters[index].</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(Span<T> parameters, int index, Vector512<T> gradient);

    /// <summary>Updates 256 bits of parameters.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the piece starts: the first element of the gradient is for parameters[index].</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(Span<T> parameters, int index, Vector256<T> gradient);

    /// <summary>Updates 128 bits of parameters.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Where the piece starts: the first element of the gradient is for parameters[index].</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(Span<T> parameters, int index, Vector128<T> gradient);

    /// <summary>Updates one parameter.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="index">Which parameter: the gradient is for parameters[index].</param>
    /// <param name="gradient">The gradient of the cost with respect to this parameter.</param>
    void Update(Span<T> parameters, int index, T gradient);
}
