namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// An optimizer around another, as clipping is written: it clips nothing of the tests' gradients, and begins the other one as it is told, if at all.
/// </summary>
internal struct WrappedOptimizer<TInner>(TInner inner, Func<NetworkDescription, NetworkDescription?> begins) : IOptimizer<float>
    where TInner : struct, IOptimizer<float>
{
    private const float Bound = 1e30f;

    private TInner inner = inner;

    public double LearningRate
    {
        readonly get => inner.LearningRate;
        set => inner.LearningRate = value;
    }

    public void BeginStep(NetworkDescription network)
    {
        if (begins(network) is { } other)
        {
            inner.BeginStep(other);
        }
    }

    public readonly void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns) =>
        inner.PrefetchRows(parameters, index, stride, rows, columns);

    public readonly void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, float> =>
        inner.Update<TPiece, TMath>(parameters, index, TMath.Max(TMath.Min(gradient, TMath.Create(Bound)), TMath.Create(-Bound)));
}
