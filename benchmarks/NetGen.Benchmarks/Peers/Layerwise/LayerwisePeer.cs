using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers.Layerwise;

/// <summary>
/// A step of plain gradient descent, layer by layer on a library of matrix products, as a careful engineer writes it: nothing is allocated, there is no
/// gradient with respect to the input, bias and activation are passes over the result of each product.
/// </summary>
/// <typeparam name="TProducts">The matrix products.</typeparam>
/// <typeparam name="TElementwise">The passes over elements.</typeparam>
internal class LayerwisePeer<TProducts, TElementwise> : ITrainingPeer
    where TProducts : struct, IProducts
    where TElementwise : struct, IElementwise
{
    private readonly TrainingProblem problem;
    private readonly PeerLayer[] layers;

    public LayerwisePeer(string name, TrainingProblem problem)
    {
        Name = name;
        this.problem = problem;
        layers = [.. problem.Network.DenseLayers.Select(layer => new PeerLayer(layer, problem.Batch))];
        Reset();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Reset()
    {
        ReadOnlySpan<float> rest = problem.InitialParameters;
        foreach (PeerLayer layer in layers)
        {
            rest[..layer.Weights.Length].CopyTo(layer.Weights);
            rest = rest[layer.Weights.Length..];
            rest[..layer.Units].CopyTo(layer.Bias);
            rest = rest[layer.Units..];
        }
    }

    /// <inheritdoc/>
    public virtual void Run(int repetitions)
    {
        for (int i = 0; i < repetitions; i++)
        {
            Step();
        }
    }

    /// <inheritdoc/>
    public void CopyParameters(Span<float> destination)
    {
        foreach (PeerLayer layer in layers)
        {
            layer.Weights.CopyTo(destination);
            destination = destination[layer.Weights.Length..];
            layer.Bias.CopyTo(destination);
            destination = destination[layer.Units..];
        }
    }

    private static void Activate(PeerLayer layer)
    {
        switch (layer.Description.Activation)
        {
            case Activation.Relu:
                TElementwise.Relu(layer.Activations);
                break;
            case Activation.Tanh:
                TElementwise.Tanh(layer.Activations);
                break;
            case Activation.Sigmoid:
                TElementwise.Sigmoid(layer.Activations);
                break;
            case Activation.Softmax:
                TElementwise.Softmax(layer.Activations, layer.Units);
                break;
            default:
                throw new NotSupportedException($"No measured network has the activation {layer.Description.Activation}.");
        }
    }

    private static void FillRows(Span<float> rows, ReadOnlySpan<float> row)
    {
        if (row.Length == 1)
        {
            rows.Fill(row[0]);
            return;
        }

        for (int start = 0; start < rows.Length; start += row.Length)
        {
            row.CopyTo(rows[start..]);
        }
    }

    private ReadOnlySpan<float> InputOf(int layer) => layer == 0 ? problem.X : layers[layer - 1].Activations;

    private void Step()
    {
        for (int l = 0; l < layers.Length; l++)
        {
            FillRows(layers[l].Activations, layers[l].Bias);
            TProducts.Forward(layers[l], InputOf(l));
            Activate(layers[l]);
        }

        PeerLayer last = layers[^1];
        TElementwise.OutputDelta(last.Activations, problem.Y, 1f / problem.Batch, last.Deltas);
        for (int l = layers.Length - 1; l >= 0; l--)
        {
            PeerLayer layer = layers[l];
            TProducts.Gradient(layer, InputOf(l));
            TElementwise.SumRows(layer.Deltas, layer.BiasGradients);
            if (l > 0)
            {
                PeerLayer below = layers[l - 1];
                TProducts.Backward(layer, below.Deltas);
                if (below.Description.Activation == Activation.Tanh)
                {
                    TElementwise.TanhDerivative(below.Deltas, below.Activations);
                }
                else
                {
                    TElementwise.ReluDerivative(below.Deltas, below.Activations);
                }
            }

            TElementwise.Descend(layer.Weights, (float)TrainingProblem.LearningRate, layer.WeightGradients);
            TElementwise.Descend(layer.Bias, (float)TrainingProblem.LearningRate, layer.BiasGradients);
        }
    }
}
