using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Turns gradients into an update of the parameters. Emitted code calls it with each piece of the gradient as it leaves the registers, so an optimizer is a
/// struct whose Update methods are inlined: mark them with MethodImplOptions.AggressiveInlining. <see cref="BeginStep"/> is called on the caller's own; the step then works on a copy of it,
/// which several threads share, so only BeginStep may change its fields; state for each parameter belongs in memory that it refers to. An element of the parameters is updated once a step, by one thread; the pieces come in any order.
/// </summary>
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
    /// Asks for what the update of some rows of parameters will touch, the parameters and the state for them, so that it is near when their gradient is known:
    /// <see cref="Prefetch.FarRows"/> does so, and doing nothing is right as well. Called behind <see cref="BeginStep"/>, for layers too large for the second-level cache.
    /// </summary>
    /// <param name="parameters">The first parameter of the network.</param>
    /// <param name="index">Where the first row starts.</param>
    /// <param name="stride">The distance between the starts of two rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The parameters of each row.</param>
    void PrefetchRows(ref T parameters, nuint index, nint stride, nint rows, nint columns);

    /// <summary>Updates 512 bits of parameters.</summary>
    /// <param name="parameters">The first parameter of the network.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(ref T parameters, nuint index, Vector512<T> gradient);

    /// <summary>Updates 256 bits of parameters.</summary>
    /// <param name="parameters">The first parameter of the network.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(ref T parameters, nuint index, Vector256<T> gradient);

    /// <summary>Updates 128 bits of parameters.</summary>
    /// <param name="parameters">The first parameter of the network.</param>
    /// <param name="index">Where the piece starts.</param>
    /// <param name="gradient">The gradient of the cost with respect to these parameters.</param>
    void Update(ref T parameters, nuint index, Vector128<T> gradient);

    /// <summary>Updates one parameter.</summary>
    /// <param name="parameters">The first parameter of the network.</param>
    /// <param name="index">Which parameter.</param>
    /// <param name="gradient">The gradient of the cost with respect to this parameter.</param>
    void Update(ref T parameters, nuint index, T gradient);
}
