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

    public void BeginStep(NetworkDescription network) => call();

    public void PrefetchRows(Span<float> parameters, int index, int stride, int rows, int columns)
    {
    }

    public void Update<TPiece, TMath>(Span<float> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, float>
    {
        CallAt(index);
        Descent.Update<TPiece, TMath>(parameters, index, gradient);
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
