using System.Numerics;

namespace NetGen.Networks.Tests.Graphs.Behaviour;

/// <summary>An optimizer that halves every parameter that it is given, whatever the gradient.</summary>
internal struct Halving<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double LearningRate { get; set; }

    public readonly void BeginStep(NetworkDescription network)
    {
    }

    public readonly void PrefetchRows(Span<T> parameters, int index, int stride, int rows, int columns)
    {
    }

    public readonly void Update<TPiece, TMath>(Span<T> parameters, int index, TPiece gradient)
        where TPiece : struct
        where TMath : struct, IPieceMath<TPiece, T> =>
        TMath.Store(TMath.Scale(TMath.Load(parameters, index), T.CreateChecked(0.5)), parameters, index);
}
