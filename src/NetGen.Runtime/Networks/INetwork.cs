using System.ComponentModel;
using System.Numerics;

namespace NetGen;

/// <summary>
/// What every generated network offers, so that trainers, evaluators and savers are written once. x and y hold any whole number of examples, one after the
/// other: x (m, InputSize), y (m, OutputSize).
/// </summary>
/// <remarks>
/// Any number of threads may read one network at the same time: predict, compute costs and gradients, evaluate, save it. While something changes it (a step,
/// SetParameters, Initialize, loading, a view's CopyFrom), nothing else may use it: what reads it meanwhile sees parameters of which some are old and some
/// new. Generated networks notice such overlaps in Debug builds.
/// </remarks>
/// <typeparam name="TSelf">The network class.</typeparam>
/// <typeparam name="T">The element type: float or double.</typeparam>
public interface INetwork<TSelf, T>
    where TSelf : class, INetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The declaration: sizes, activations, loss, initializer.</summary>
    static abstract NetworkDescription Description { get; }

    /// <summary>The number of inputs, n[0].</summary>
    static abstract int InputSize { get; }

    /// <summary>The units of the last layer, n[L].</summary>
    static abstract int OutputSize { get; }

    /// <summary>The number of values of all parameters of all layers.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>Whether the parameters have been set or drawn.</summary>
    bool IsInitialized { get; }

    /// <summary>
    /// Which masks of dropout the last gradients were computed with; set, steps go on with those that follow. A network without dropout need not have it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    DropoutState DropoutState
    {
        get => default;
        set
        {
        }
    }

    /// <summary>
    /// Whether the parameters are those that Initialize has drawn: neither a step nor SetParameters nor Load has changed them since. Training measures what
    /// inputs are standardized with only then; a network that standardizes none need not say. What views write does not count.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    bool IsAsDrawn => true;

    /// <summary>All parameters: W1 row by row, b1, W2 row by row, b2, ...</summary>
    ReadOnlySpan<T> Parameters { get; }

    /// <summary>Replaces all parameters.</summary>
    /// <param name="parameters">ParameterCount values in the order of <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">The length is not ParameterCount.</exception>
    void SetParameters(ReadOnlySpan<T> parameters);

    /// <summary>Draws the initial parameters with the declared initializer.</summary>
    /// <param name="seed">The same seed draws the same parameters on every machine.</param>
    void Initialize(int seed);

    /// <summary>Draws the initial parameters with the declared initializer, in the order in which NumPy code would: W1, W2, ..., row by row.</summary>
    /// <param name="random">The generator.</param>
    void Initialize(NumPyRandom random);

    /// <summary>Computes the outputs of the examples in x.</summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="output">Receives the outputs (m, OutputSize); may be longer.</param>
    /// <param name="threads">How many threads at most, as for <see cref="TrainStep{TOptimizer}"/>; 0 leaves it to the plan.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the output overlaps x.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    void Predict(ReadOnlySpan<T> x, Span<T> output, int threads = 0);

    /// <summary>The mean loss over the examples.</summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="threads">How many threads at most, as for <see cref="TrainStep{TOptimizer}"/>; 0 leaves it to the plan.</param>
    /// <exception cref="ArgumentException">
    /// The examples and the labels do not fit the network, or differ in number, or the labels are not what the loss is defined for.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    double Cost(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int threads = 0);

    /// <summary>
    /// Computes the gradient of the cost with respect to every parameter, as a step would: with dropout, and normalized with the statistics of the batch. It is
    /// 0 for statistics and for the parameters of frozen layers, which no gradient reaches.
    /// </summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="gradients">Receives ParameterCount values in the order of <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit the network, the examples and the labels differ in number, the labels are not what the loss is defined for, or the gradients
    /// overlap x, y or the parameters.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized.</exception>
    void ComputeGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients);

    /// <summary>
    /// A step without its update: the gradients of <see cref="ComputeGradients"/>, and the cost; <see cref="ApplyGradients{TOptimizer}"/> is the rest. It
    /// counts as a step: what a normalization measures while training goes on from here, and the next masks of dropout are others. On a network never
    /// initialized, it draws the initial parameters with seed 0. Labels are not held against the loss here, to save the time.
    /// </summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="gradients">Receives ParameterCount values in the order of <see cref="Parameters"/>.</param>
    /// <param name="threads">How many threads at most, as for <see cref="TrainStep{TOptimizer}"/>; 0 leaves it to the plan.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit the network, the examples and the labels differ in number, or the gradients overlap x, y or the parameters.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">Another step of this network is at work.</exception>
    double ComputeStepGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients, int threads = 0);

    /// <summary>
    /// One step with gradients that are given: the update alone. With those that <see cref="ComputeGradients"/> computed of a batch, it changes the parameters
    /// as <see cref="TrainStep{TOptimizer}"/> would; so gradients can be added up over several batches, clipped, or come from elsewhere. Statistics and the
    /// parameters of frozen layers keep their values, whatever their gradient. Rows of an embedding that no example uses have an update here, with the gradient
    /// that is given, which a step does not make: an optimizer that moves what has a gradient of 0, by momentum or decay, moves them.
    /// </summary>
    /// <param name="gradients">ParameterCount values in the order of <see cref="Parameters"/>.</param>
    /// <param name="optimizer">Turns gradients into an update; its BeginStep is called on it, the rest on copies: see <see cref="IOptimizer{T}"/>.</param>
    /// <typeparam name="TOptimizer">The optimizer's struct type.</typeparam>
    /// <exception cref="ArgumentException">The length is not ParameterCount.</exception>
    /// <exception cref="InvalidOperationException">The network has not been initialized, or another step of it is at work.</exception>
    void ApplyGradients<TOptimizer>(ReadOnlySpan<T> gradients, ref TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<T>;

    /// <summary>
    /// One forward pass, backward pass and update. On a network never initialized, it draws the initial parameters with seed 0. Labels are not held against the
    /// loss here, to save the time.
    /// </summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="optimizer">Turns gradients into an update; its BeginStep is called on it, the rest on copies: see <see cref="IOptimizer{T}"/>.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan. Never more than there are processors, or than
    /// the setting NetGen.MaxThreads says.</param>
    /// <typeparam name="TOptimizer">The optimizer's struct type, so that its update is compiled into the step.</typeparam>
    /// <exception cref="ArgumentException">The examples and the labels do not fit the network, differ in number, or are more than an array has working memory
    /// for.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory to work on so many examples at once.</exception>
    /// <exception cref="InvalidOperationException">Another step of this network is at work: this is an update of its own, or there is another
    /// thread.</exception>
    void TrainStep<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>;

    /// <summary>
    /// As <see cref="TrainStep{TOptimizer}"/>, and returns the cost before the update. It, too, draws the parameters of a network never initialized.
    /// </summary>
    /// <param name="x">The examples (m, InputSize).</param>
    /// <param name="y">The labels (m, OutputSize).</param>
    /// <param name="optimizer">Turns gradients into an update; its BeginStep is called on it, the rest on copies: see <see cref="IOptimizer{T}"/>.</param>
    /// <param name="threads">How many threads at most; 0 leaves it to the plan. Never more than there are processors, or than
    /// the setting NetGen.MaxThreads says.</param>
    /// <typeparam name="TOptimizer">The optimizer's struct type.</typeparam>
    /// <exception cref="ArgumentException">The examples and the labels do not fit the network, differ in number, or are more than an array has working memory
    /// for.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory to work on so many examples at once.</exception>
    /// <exception cref="InvalidOperationException">Another step of this network is at work: this is an update of its own, or there is another
    /// thread.</exception>
    double TrainStepWithCost<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>;
}
