using System.Runtime.Intrinsics;

namespace NetGen.Networks.Tests.Behaviour;

/// <summary>Gradient descent that calls something else in some of its updates, on whatever thread they are made, and before a step.</summary>
internal readonly struct NestedCalls(double learningRate, Action call) : IOptimizer<float>
{
    public double LearningRate
    {
        get => learningRate;
        set => throw new NotSupportedException();
    }

    private GradientDescent<float> Descent => new(learningRate);

    public void BeginStep(int parameterCount) => call();

    public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns)
    {
    }

    public void Update(Span<float> parameters, int index, Vector512<float> gradient)
    {
        CallAt(index);
        Descent.Update(parameters, index, gradient);
    }

    public void Update(Span<float> parameters, int index, Vector256<float> gradient)
    {
        CallAt(index);
        Descent.Update(parameters, index, gradient);
    }

    public void Update(Span<float> parameters, int index, Vector128<float> gradient)
    {
        CallAt(index);
        Descent.Update(parameters, index, gradient);
    }

    public void Update(Span<float> parameters, int index, float gradient)
    {
        CallAt(index);
        Descent.Update(parameters, index, gradient);
    }

    // Every now and then: in all layers, at the first parameter too, and by every thread.
    private void CallAt(int index)
    {
        if (index % 1999 < 16)
        {
            call();
        }
    }
}
