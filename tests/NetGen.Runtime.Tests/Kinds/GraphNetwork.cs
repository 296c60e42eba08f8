using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Kinds;

/// <summary>A network of any layers, without the generator: its values come from the formulas, its gradients from a backward pass of its own.</summary>
internal abstract class GraphNetwork<TSelf, T>
    where TSelf : GraphNetwork<TSelf, T>, INetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[] parameters = new T[TSelf.ParameterCount];

    public bool IsInitialized { get; private set; }

    public bool IsAsDrawn { get; private set; }

    public ReadOnlySpan<T> Parameters => parameters;

    public DropoutState DropoutState { get; set; } = new(Seed: 7, Step: 11);

    /// <summary>Added to the gradient of one parameter, as a wrong backward pass would.</summary>
    public (int Index, double Error) Mistake { get; init; }

    public void SetParameters(ReadOnlySpan<T> parameters)
    {
        Guard.Parameters(parameters.Length, TSelf.ParameterCount, TSelf.Description.Name);
        this.parameters = parameters.ToArray();
        IsInitialized = true;
        IsAsDrawn = false;
    }

    public void Initialize(int seed)
    {
        ParameterInitializer.Fill<T>(TSelf.Description, parameters, seed);
        IsInitialized = IsAsDrawn = true;
    }

    public void Initialize(NumPyRandom random) => throw new NotSupportedException();

    public void Predict(ReadOnlySpan<T> x, Span<T> output, int threads = 0) => Pass(x).Output.CopyTo(output);

    public double Cost(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int threads = 0)
    {
        ForwardPass<T> pass = Pass(x);
        return double.CreateTruncating(NetGen.Reference.Cost.Mean(TSelf.Description.Loss, TSelf.OutputSize, pass.Z[^1], pass.Output, y));
    }

    public void ComputeGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients)
    {
        new GraphBackward<T>(TSelf.Description, parameters, x, y, DropoutState).Gradients.CopyTo(gradients);
        gradients[Mistake.Index] += T.CreateTruncating(Mistake.Error);
    }

    public double ComputeStepGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients, int threads = 0)
    {
        ComputeGradients(x, y, gradients);
        return Cost(x, y, threads);
    }

    public void ApplyGradients<TOptimizer>(ReadOnlySpan<T> gradients, ref TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer<T>
    {
        IsAsDrawn = false;
        optimizer.BeginStep(TSelf.Description);
        for (int i = 0; i < gradients.Length; i++)
        {
            optimizer.Update<T, PieceMathScalar<T>>(parameters, i, gradients[i]);
        }
    }

    public void TrainStep<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>
    {
        T[] gradients = new T[parameters.Length];
        ComputeGradients(x, y, gradients);
        ApplyGradients(gradients, ref optimizer);
    }

    public double TrainStepWithCost<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>
    {
        double cost = Cost(x, y);
        TrainStep(x, y, ref optimizer);
        return cost;
    }

    private ForwardPass<T> Pass(ReadOnlySpan<T> x) => ForwardPass<T>.Compute(TSelf.Description, parameters, x);
}
