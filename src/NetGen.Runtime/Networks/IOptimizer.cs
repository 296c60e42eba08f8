using System.Numerics;

namespace NetGen;

/// <summary>
/// Turns gradients into an update of the parameters: an <see cref="IGradientSink{T}"/> whose Update changes the parameters that it is given. An
/// element of the parameters is updated once a step, by one thread; the pieces come in any order, from several threads at once.
/// </summary>
/// <remarks>
/// <para>
/// State for each parameter, such as a velocity, lies in memory of the optimizer's own, at the index that the parameter has among all of the network's.
/// </para>
/// <para>
/// <see cref="BeginStep"/> is called on the caller's own optimizer; the step then works on copies of it, on several threads, which are thrown away. So only
/// BeginStep may change fields; what Update changes beside the parameters belongs in memory that a field refers to. Copies of <see cref="Momentum{T}"/> and
/// <see cref="Adam{T}"/> share one state, so that it is the same training that goes on, whichever copy is used.
/// </para>
/// <para>
/// An optimizer that wraps another, to clip gradients, say, <b>forwards BeginStep</b>, PrefetchRows, Update, GetState and RestoreState. Those
/// of the library that keep state, and were not begun, throw at their first Update.
/// </para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public interface IOptimizer<T> : IGradientSink<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The learning rate: the factor of the update; settable, so that a schedule can change it between steps.</summary>
    double LearningRate { get; set; }

    /// <summary>Called once at the start of a step, before the first update: makes room for state, advances step counts.</summary>
    /// <param name="network">The network: how many parameters it has, and what each is for.</param>
    void BeginStep(NetworkDescription network);

    /// <summary>
    /// What the optimizer keeps from step to step. One that keeps nothing need not implement it. The blocks may be the optimizer's own memory, so write them,
    /// or copy the state, before the next step.
    /// </summary>
    OptimizerState<T> GetState() => OptimizerState<T>.None;

    /// <summary>Goes on from a state that <see cref="GetState"/> returned, here or elsewhere; its numbers are copied.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentException">
    /// It has other parts than the optimizer keeps, or is that of a network of another size; nothing has been changed.
    /// </exception>
    void RestoreState(OptimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.RequireFit(GetType().Name.Split('`')[0], [], [], 0);
    }
}
