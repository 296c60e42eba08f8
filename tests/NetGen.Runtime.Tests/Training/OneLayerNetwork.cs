using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Training;

/// <summary>
/// A network of one layer, written by hand as plainly as possible: what trainers and evaluators meet, without the generator. It notes how it was called. Steps
/// allocate nothing.
/// </summary>
public abstract class OneLayerNetwork<TSelf, T>
    where TSelf : OneLayerNetwork<TSelf, T>, INetwork<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] parameters = new T[TSelf.ParameterCount];
    private readonly T[] gradients = new T[TSelf.ParameterCount];
    private readonly double[] yhat = new double[TSelf.OutputSize];

    public bool IsInitialized { get; private set; }

    public ReadOnlySpan<T> Parameters => parameters;

    public int PlainSteps { get; private set; }

    public int CostSteps { get; private set; }

    public int CostCalls { get; private set; }

    public int LastThreads { get; private set; }

    public int LastCostThreads { get; private set; }

    /// <summary>Called with the examples of each step.</summary>
    public Action<T[]>? OnStep { get; init; }

    /// <summary>Added to the gradient of one parameter, as a wrong backward pass would.</summary>
    public (int Index, double Error) Mistake { get; init; }

    private static int Inputs => TSelf.InputSize;

    private static int Outputs => TSelf.OutputSize;

    public void SetParameters(ReadOnlySpan<T> parameters)
    {
        Guard.Parameters(parameters.Length, TSelf.ParameterCount, TSelf.Description.Name);
        parameters.CopyTo(this.parameters);
        IsInitialized = true;
    }

    public void Initialize(int seed)
    {
        ParameterInitializer.Fill<T>(TSelf.Description, parameters, seed);
        IsInitialized = true;
    }

    public void Initialize(NumPyRandom random)
    {
        ParameterInitializer.Fill<T>(TSelf.Description, parameters, random);
        IsInitialized = true;
    }

    public void Predict(ReadOnlySpan<T> x, Span<T> output, int threads = 0)
    {
        for (int example = 0; example < x.Length / Inputs; example++)
        {
            Forward(x.Slice(example * Inputs, Inputs));
            for (int unit = 0; unit < Outputs; unit++)
            {
                output[(example * Outputs) + unit] = T.CreateTruncating(yhat[unit]);
            }
        }
    }

    public double Cost(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int threads = 0)
    {
        CostCalls++;
        LastCostThreads = threads;
        return MeanLoss(x, y);
    }

    public void ComputeGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradients)
    {
        int count = x.Length / Inputs;
        gradients.Clear();
        for (int example = 0; example < count; example++)
        {
            ReadOnlySpan<T> inputs = x.Slice(example * Inputs, Inputs);
            Forward(inputs);
            for (int unit = 0; unit < Outputs; unit++)
            {
                // yhat - y for the losses with the activations that go with them, its sign for the absolute error; but nothing passes a ReLU that is off.
                bool off = ((DenseDescription)TSelf.Description.Layers[0]).Activation == Activation.Relu && yhat[unit] == 0.0;
                double difference = yhat[unit] - double.CreateTruncating(y[(example * Outputs) + unit]);
                if (TSelf.Description.Loss == Loss.AbsoluteError)
                {
                    difference = Math.Sign(difference);
                }

                T dz = off ? T.Zero : T.CreateTruncating(difference / count);
                for (int input = 0; input < Inputs; input++)
                {
                    gradients[(unit * Inputs) + input] += dz * inputs[input];
                }

                gradients[(Outputs * Inputs) + unit] += dz;
            }
        }

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
        optimizer.BeginStep(TSelf.Description);
        for (int i = 0; i < gradients.Length; i++)
        {
            optimizer.Update<T, PieceMathScalar<T>>(parameters, i, gradients[i]);
        }
    }

    public void TrainStep<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>
    {
        PlainSteps++;
        Update(x, y, ref optimizer, threads);
    }

    public double TrainStepWithCost<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads = 0)
        where TOptimizer : struct, IOptimizer<T>
    {
        CostSteps++;
        double cost = MeanLoss(x, y);
        Update(x, y, ref optimizer, threads);
        return cost;
    }

    private void Update<TOptimizer>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ref TOptimizer optimizer, int threads)
        where TOptimizer : struct, IOptimizer<T>
    {
        LastThreads = threads;
        ComputeGradients(x, y, gradients);
        ApplyGradients(gradients, ref optimizer);
        OnStep?.Invoke(x.ToArray());
    }

    private double MeanLoss(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        double sum = 0.0;
        int count = x.Length / Inputs;
        for (int example = 0; example < count; example++)
        {
            Forward(x.Slice(example * Inputs, Inputs));
            for (int unit = 0; unit < Outputs; unit++)
            {
                double label = double.CreateTruncating(y[(example * Outputs) + unit]);
                sum += TSelf.Description.Loss switch
                {
                    Loss.SquaredError => (yhat[unit] - label) * (yhat[unit] - label) / 2.0,
                    Loss.AbsoluteError => Math.Abs(yhat[unit] - label),
                    Loss.CrossEntropy => label == 0.0 ? 0.0 : -label * Math.Log(yhat[unit]),
                    _ => -(label * Math.Log(yhat[unit])) - ((1.0 - label) * Math.Log(1.0 - yhat[unit])),
                };
            }
        }

        return sum / count;
    }

    private void Forward(ReadOnlySpan<T> inputs)
    {
        double total = 0.0;
        Activation activation = ((DenseDescription)TSelf.Description.Layers[0]).Activation;
        for (int unit = 0; unit < Outputs; unit++)
        {
            double z = double.CreateTruncating(parameters[(Outputs * Inputs) + unit]);
            for (int input = 0; input < Inputs; input++)
            {
                z += double.CreateTruncating(parameters[(unit * Inputs) + input]) * double.CreateTruncating(inputs[input]);
            }

            yhat[unit] = activation switch
            {
                Activation.Linear => z,
                Activation.Relu => Math.Max(0.0, z),
                Activation.Softmax => Math.Exp(z),
                _ => 1.0 / (1.0 + Math.Exp(-z)),
            };
            total += yhat[unit];
        }

        for (int unit = 0; activation == Activation.Softmax && unit < Outputs; unit++)
        {
            yhat[unit] /= total;
        }
    }
}
