using System.Runtime.Intrinsics;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>
/// An optimizer around another, as clipping is written: it clips nothing of the tests' gradients, and begins the other one as it is told, if at all.
/// </summary>
internal struct WrappedOptimizer<TInner>(TInner inner, Func<int, int?> begins) : IOptimizer<float>
    where TInner : struct, IOptimizer<float>
{
    private const float Bound = 1e30f;

    private TInner inner = inner;

    public double LearningRate
    {
        readonly get => inner.LearningRate;
        set => inner.LearningRate = value;
    }

    public void BeginStep(int parameterCount)
    {
        if (begins(parameterCount) is { } count)
        {
            inner.BeginStep(count);
        }
    }

    public readonly void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns) =>
        inner.PrefetchRows(parameters, index, stride, rows, columns);

    public readonly void Update(Span<float> parameters, int index, Vector512<float> gradient) =>
        inner.Update(parameters, index, Vector512.Clamp(gradient, Vector512.Create(-Bound), Vector512.Create(Bound)));

    public readonly void Update(Span<float> parameters, int index, Vector256<float> gradient) =>
        inner.Update(parameters, index, Vector256.Clamp(gradient, Vector256.Create(-Bound), Vector256.Create(Bound)));

    public readonly void Update(Span<float> parameters, int index, Vector128<float> gradient) =>
        inner.Update(parameters, index, Vector128.Clamp(gradient, Vector128.Create(-Bound), Vector128.Create(Bound)));

    public readonly void Update(Span<float> parameters, int index, float gradient) =>
        inner.Update(parameters, index, Math.Clamp(gradient, -Bound, Bound));
}
