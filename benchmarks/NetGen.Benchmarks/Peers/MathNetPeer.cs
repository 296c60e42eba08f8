using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using NetGen.Benchmarks.Shapes;

namespace NetGen.Benchmarks.Peers;

/// <summary>A step on the matrices of MathNet.Numerics with its managed provider. Its matrices are column-major, so examples are columns here.</summary>
internal sealed class MathNetPeer : ITrainingPeer
{
    private static readonly MatrixBuilder<float> Matrices = Matrix<float>.Build;
    private readonly TrainingProblem problem;
    private readonly int threads;
    private readonly Matrix<float> x;
    private readonly Matrix<float> y;
    private readonly Matrix<float>[] weights;
    private readonly Vector<float>[] biases;

    public MathNetPeer(TrainingProblem problem, int threads)
    {
        this.problem = problem;
        this.threads = threads;
        x = Matrices.DenseOfColumnMajor(problem.Network.InputSize, problem.Batch, problem.X.ToArray());
        y = Matrices.DenseOfColumnMajor(problem.Network.OutputSize, problem.Batch, problem.Y.ToArray());
        weights = new Matrix<float>[problem.Network.DenseLayers.Length];
        biases = new Vector<float>[weights.Length];
        Reset();
    }

    /// <inheritdoc/>
    public string Name => "MathNet.Numerics";

    /// <inheritdoc/>
    public void Reset()
    {
        Control.UseManaged();
        Control.MaxDegreeOfParallelism = threads;
        int next = 0;
        for (int l = 0; l < weights.Length; l++)
        {
            DenseDescription layer = problem.Network.DenseLayers[l];
            int length = layer.Units * layer.Inputs;
            weights[l] = Matrices.DenseOfRowMajor(layer.Units, layer.Inputs, problem.InitialParameters.Slice(next, length).ToArray());
            biases[l] = Vector<float>.Build.DenseOfArray(problem.InitialParameters.Slice(next + length, layer.Units).ToArray());
            next += length + layer.Units;
        }
    }

    /// <inheritdoc/>
    public void Run(int repetitions)
    {
        for (int i = 0; i < repetitions; i++)
        {
            Step();
        }
    }

    /// <inheritdoc/>
    public void CopyParameters(Span<float> destination)
    {
        for (int l = 0; l < weights.Length; l++)
        {
            float[] values = weights[l].ToRowMajorArray();
            values.CopyTo(destination);
            biases[l].ToArray().CopyTo(destination[values.Length..]);
            destination = destination[(values.Length + biases[l].Count)..];
        }
    }

    private static Matrix<float> Activate(Matrix<float> z, Activation activation)
    {
        switch (activation)
        {
            case Activation.Tanh:
                return z.PointwiseTanh();
            case Activation.Relu:
                return z.PointwiseMaximum(0f);
            case Activation.Sigmoid:
                return z.Map(static value => 1f / (1f + MathF.Exp(-value)));
            default:
                for (int example = 0; example < z.ColumnCount; example++)
                {
                    Vector<float> column = z.Column(example);
                    Vector<float> exponentials = (column - column.Maximum()).PointwiseExp();
                    z.SetColumn(example, exponentials / exponentials.Sum());
                }

                return z;
        }
    }

    private void Step()
    {
        var activations = new Matrix<float>[weights.Length + 1];
        activations[0] = x;
        for (int l = 0; l < weights.Length; l++)
        {
            Matrix<float> z = weights[l] * activations[l];
            Vector<float> bias = biases[l];
            z.MapIndexedInplace((unit, _, value) => value + bias[unit]);
            activations[l + 1] = Activate(z, problem.Network.DenseLayers[l].Activation);
        }

        Matrix<float> delta = (activations[^1] - y) / problem.Batch;
        for (int l = weights.Length - 1; l >= 0; l--)
        {
            Matrix<float> gradient = delta.TransposeAndMultiply(activations[l]);
            Vector<float> biasGradient = delta.RowSums();
            if (l > 0)
            {
                Matrix<float> below = weights[l].TransposeThisAndMultiply(delta);
                bool isTanh = problem.Network.DenseLayers[l - 1].Activation == Activation.Tanh;
                below.Map2(isTanh ? static (d, a) => d * (1 - a * a) : static (d, a) => a > 0 ? d : 0, activations[l], below);
                delta = below;
            }

            weights[l] -= gradient * (float)TrainingProblem.LearningRate;
            biases[l] -= biasGradient * (float)TrainingProblem.LearningRate;
        }
    }
}
