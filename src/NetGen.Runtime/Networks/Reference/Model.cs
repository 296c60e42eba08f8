using System.Collections.Immutable;
using System.Numerics;
using NetGen.CompilerServices;
using static NetGen.MessageText;

namespace NetGen.Reference;

/// <summary>A network of any number of layers: forward with what each layer keeps, the cost, backward, and the update of all parameters.</summary>
public static class Model
{
    /// <summary>The layers of a network from its parameters, such as a generated network's <c>Description</c> and <c>Parameters</c>.</summary>
    /// <param name="description">The network.</param>
    /// <param name="parameters">W1 row by row, b1, W2 row by row, b2, ...</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">The number of parameters is not the network's.</exception>
    /// <exception cref="InvalidOperationException">A layer is not dense, or has no biases.</exception>
    public static DenseLayer<T>[] Layers<T>(NetworkDescription description, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(description);
        Guard.Parameters(parameters.Length, description.ParameterCount, description.Name);
        ImmutableArray<DenseDescription> dense = description.DenseLayers;
        var layers = new DenseLayer<T>[dense.Length];
        ImmutableArray<Range> ranges = ParameterLayout.RangesOf(description);
        for (int l = 0; l < layers.Length; l++)
        {
            DenseDescription layer = dense[l];
            if (!layer.HasBias)
            {
                throw new InvalidOperationException($"The layers of the reference have biases, but {LayerTerm.Of(description, l + 1)} has none.");
            }

            (ReadOnlySpan<T> weights, ReadOnlySpan<T> biases) = layer.Split(parameters[ranges[l]]);
            var W = new T[layer.Units, layer.Inputs];
            weights.CopyTo(Matrices.Values(W));
            layers[l] = new(W, biases.ToArray(), layer.Activation, layer.Slope);
        }

        return layers;
    }

    /// <summary>The parameters of all layers in the order of a generated network's <c>Parameters</c>: W1 row by row, b1, W2 row by row, b2, ...</summary>
    /// <param name="layers">The layers, first to last.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    public static T[] Parameters<T>(IReadOnlyList<DenseLayer<T>> layers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckList(layers, nameof(layers));
        return Join(layers.Select(layer => (layer.W, layer.b)));
    }

    /// <summary>
    /// The gradients of all layers in the order of a generated network's <c>ComputeGradients</c>: dW1 row by row, db1, dW2 row by row, db2, ...
    /// </summary>
    /// <param name="gradients">The gradients, first to last layer.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    public static T[] Gradients<T>(IReadOnlyList<LinearGradients<T>> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckList(gradients, nameof(gradients));
        return Join(gradients.Select(gradient => (gradient.dW, gradient.db)));
    }

    /// <summary>Z[l] and A[l] of every layer, from A[0] = X.</summary>
    /// <param name="X">The examples, (m, n[0]).</param>
    /// <param name="layers">The layers, first to last.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>What each layer keeps, first to last: the outputs of the network are <c>[^1].A</c>.</returns>
    /// <exception cref="ArgumentException">A layer does not fit what comes into it; the message names both shapes.</exception>
    public static DenseCache<T>[] Forward<T>(T[,] X, IReadOnlyList<DenseLayer<T>> layers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrices.NotEmpty(X, nameof(X));
        CheckList(layers, nameof(layers));
        var caches = new DenseCache<T>[layers.Count];
        T[,] A = X;
        for (int l = 0; l < caches.Length; l++)
        {
            if (A.GetLength(1) != layers[l].W.GetLength(1))
            {
                throw new ArgumentException(
                    Text($"W{l + 1} is {Matrices.Shape(layers[l].W)}, but {(l == 0 ? "X" : $"A{l}")} is {Matrices.Shape(A)}: ") +
                    $"W{l + 1} must have a column for each column of it.", nameof(layers));
            }

            caches[l] = Dense.Forward(A, layers[l]);
            A = caches[l].A;
        }

        return caches;
    }

    /// <summary>
    /// The cost of a forward pass: the mean over the examples of the loss of each; cross-entropies from Z[L], where the output has the activation that goes
    /// with them. Losses that have a number, such as Huber's delta, have the one that holds when none is said, and labels are not smoothed.
    /// </summary>
    /// <param name="caches">What the forward pass returned.</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="loss">The loss.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <exception cref="ArgumentException">
    /// Y does not have the shape of the outputs, or focal loss is of outputs that are neither sigmoid nor softmax.
    /// </exception>
    public static T Cost<T>(IReadOnlyList<DenseCache<T>> caches, T[,] Y, Loss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DenseCache<T> last = Last(caches, loss);
        return (loss, GoTogether(last.Layer.Activation, loss)) switch
        {
            (Loss.BinaryCrossEntropy, true) => Reference.Cost.BinaryCrossEntropyWithLogits(last.Z, Y),
            (Loss.BinaryCrossEntropy, false) => Reference.Cost.BinaryCrossEntropy(last.A, Y),
            (Loss.CrossEntropy, true) => Reference.Cost.CrossEntropyWithLogits(last.Z, Y),
            (Loss.CrossEntropy, false) => Reference.Cost.CrossEntropy(last.A, Y),
            (Loss.SquaredError, _) => Reference.Cost.SquaredError(last.A, Y),
            (Loss.AbsoluteError, _) => Reference.Cost.AbsoluteError(last.A, Y),
            (Loss.Huber, _) => Reference.Cost.Huber(last.A, Y),
            (Loss.Quantile, _) => Reference.Cost.Quantile(last.A, Y),
            (Loss.Hinge, _) => Reference.Cost.Hinge(last.A, Y),
            (Loss.Poisson, _) => Reference.Cost.Poisson(last.A, Y),
            (Loss.Focal, true) when last.Layer.Activation == Activation.Softmax => Reference.Cost.FocalWithLogits(last.Z, Y),
            (Loss.Focal, true) => Reference.Cost.BinaryFocalWithLogits(last.Z, Y),
            (Loss.Focal, false) => throw NeedsProbabilities(last.Layer.Activation, nameof(loss)),
        };
    }

    /// <summary>
    /// The gradients of every layer, from the last to the first: dZ[L] = A[L] - Y for a cross-entropy with the activation that goes with it, dZ[l] = dA[l] *
    /// g'(Z[l]) for the others; dA[l-1], dW[l] and db[l] by <see cref="Linear.Backward{T}"/>.
    /// </summary>
    /// <param name="caches">What the forward pass returned.</param>
    /// <param name="Y">The labels, (m, n[L]).</param>
    /// <param name="loss">The loss.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The gradients, first to last layer.</returns>
    /// <exception cref="ArgumentException">
    /// Y does not have the shape of the outputs, or focal loss is of outputs that are neither sigmoid nor softmax.
    /// </exception>
    public static LinearGradients<T>[] Backward<T>(IReadOnlyList<DenseCache<T>> caches, T[,] Y, Loss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DenseCache<T> last = Last(caches, loss);
        var gradients = new LinearGradients<T>[caches.Count];
        gradients[^1] = GoTogether(last.Layer.Activation, loss)
            ? Linear.Backward(LogitsGradient(last, Y, loss), last.Inputs, last.Layer.W)
            : Dense.Backward(OutputGradient(last.A, Y, loss, last.Layer.Activation), last);
        for (int l = gradients.Length - 2; l >= 0; l--)
        {
            gradients[l] = Dense.Backward(gradients[l + 1].dA, caches[l]);
        }

        return gradients;
    }

    /// <summary>W[l] - learningRate * dW[l] and b[l] - learningRate * db[l] of every layer.</summary>
    /// <param name="layers">The layers, first to last.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <typeparam name="T">The element type: float or double.</typeparam>
    /// <returns>The layers with new parameters; the old ones are left as they are.</returns>
    /// <exception cref="ArgumentException">There are not as many gradients as layers, or one has another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite in T.</exception>
    public static DenseLayer<T>[] Update<T>(IReadOnlyList<DenseLayer<T>> layers, IReadOnlyList<LinearGradients<T>> gradients, double learningRate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckList(layers, nameof(layers));
        CheckList(gradients, nameof(gradients));
        if (gradients.Count != layers.Count)
        {
            throw new ArgumentException(
                Text($"gradients holds those of {Counted(gradients.Count, "layer")}, but layers holds {layers.Count}: ")
                    + "both must hold the same number.",
                nameof(gradients));
        }

        return [.. layers.Zip(gradients, (layer, gradient) => new DenseLayer<T>(
            Reference.Update.GradientDescent(layer.W, gradient.dW, learningRate),
            Reference.Update.GradientDescent(layer.b, gradient.db, learningRate),
            layer.Activation,
            layer.Slope))];
    }

    private static T[,] OutputGradient<T>(T[,] A, T[,] Y, Loss loss, Activation output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => loss switch
        {
            Loss.BinaryCrossEntropy => Reference.Cost.BinaryCrossEntropyGradient(A, Y),
            Loss.CrossEntropy => Reference.Cost.CrossEntropyGradient(A, Y),
            Loss.SquaredError => Reference.Cost.SquaredErrorGradient(A, Y),
            Loss.AbsoluteError => Reference.Cost.AbsoluteErrorGradient(A, Y),
            Loss.Huber => Reference.Cost.HuberGradient(A, Y),
            Loss.Quantile => Reference.Cost.QuantileGradient(A, Y),
            Loss.Hinge => Reference.Cost.HingeGradient(A, Y),
            Loss.Poisson => Reference.Cost.PoissonGradient(A, Y),
            Loss.Focal => throw NeedsProbabilities(output, nameof(loss)),
        };

    private static T[,] LogitsGradient<T>(DenseCache<T> last, T[,] Y, Loss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (loss, last.Layer.Activation) switch
        {
            (Loss.Focal, Activation.Softmax) => Reference.Cost.FocalWithLogitsGradient(last.Z, Y),
            (Loss.Focal, _) => Reference.Cost.BinaryFocalWithLogitsGradient(last.Z, Y),
            (Loss.Hinge, _) => Reference.Cost.HingeGradient(last.Z, Y),
            _ => Reference.Cost.WithLogitsGradient(last.A, Y),
        };

    private static bool GoTogether(Activation output, Loss loss) => LossFacts.Of(loss) is { IsOfLogits: true } facts && facts.Fits(output);

    private static ArgumentException NeedsProbabilities(Activation output, string name) =>
        new($"The focal loss is of sigmoid or softmax outputs, but these are {ActivationFacts.Of(output).Term}.", name);

    private static DenseCache<T> Last<T>(IReadOnlyList<DenseCache<T>> caches, Loss loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckList(caches, nameof(caches));
        DescriptionGuard.Defined(loss, nameof(loss));
        return caches[^1];
    }

    private static T[] Join<T>(IEnumerable<(T[,] OfWeights, T[] OfBiases)> layers)
    {
        var joined = new List<T>();
        foreach ((T[,] ofWeights, T[] ofBiases) in layers)
        {
            joined.AddRange(Matrices.Values(ofWeights));
            joined.AddRange(ofBiases);
        }

        return [.. joined];
    }

    private static void CheckList<TItem>(IReadOnlyList<TItem> list, string name)
        where TItem : class
    {
        ArgumentNullException.ThrowIfNull(list, name);
        if (list.Count == 0)
        {
            throw new ArgumentException($"{name} is empty: a network has at least one layer.", name);
        }

        for (int l = 0; l < list.Count; l++)
        {
            if (list[l] is null)
            {
                throw new ArgumentException(Text($"{name} holds null for layer {l + 1}."), name);
            }
        }
    }
}
