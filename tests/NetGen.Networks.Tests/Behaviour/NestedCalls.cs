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

    public void PrefetchRows(ref float parameters, nuint index, nint stride, nint rows, nint columns)
    {
    }

    public void Update(ref float parameters, nuint index, Vector512<float> gradient)
    {
        CallAt(index);
        Descent.Update(ref parameters, index, gradient);
    }

    public void Update(ref float parameters, nuint index, Vector256<float> gradient)
    {
        CallAt(index);
        Descent.Update(ref parameters, index, gradient);
    }

    public void Update(ref float parameters, nuint index, Vector128<float> gradient)
    {
        CallAt(index);
        Descent.Update(ref parameters, index, gradient);
    }

    public void Update(ref float parameters, nuint index, float gradient)
    {
        CallAt(index);
        Descent.Update(ref parameters, index, gradient);
    }

    // Every now and then: in all layers, at the first parameter too, and by every thread.
    private void CallAt(nuint index)
    {
        if (index % 1999 < 16)
            call();
    }
}
