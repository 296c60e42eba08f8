using NetGen;
using NetGen.Reference;

namespace StepByStep;

/// <summary>
/// Two layers and two examples, matrix by matrix: forward to the cost, backward to the gradients of all parameters, and one step of gradient descent. Every
/// number comes from NetGen.Reference; then the generated network is asked for the same. This file and Networks.cs need nothing but NetGen.
/// </summary>
internal static class TwoLayerWalk
{
    private const double LearningRate = 0.5;

    /// <summary>Walks through the layers.</summary>
    /// <param name="seed">What the weights are drawn from.</param>
    /// <param name="print">Prints a line.</param>
    /// <returns>The largest difference between a number of the walk and the network's own.</returns>
    public static double Run(int seed, Action<FormattableString> print)
    {
        // An example is a row: the notes have the transposes of X, Z and A, and the same W and b.
        double[,] X = { { 0.5, -1.0 }, { 1.5, 0.25 } }, Y = { { 1.0 }, { 0.0 } };
        var net = new TwoLayers();
        net.Initialize(new NumPyRandom(seed));
        DenseLayer<double>[] layers = Model.Layers(TwoLayers.Description, net.Parameters);
        (double[,] W1, double[] b1, double[,] W2, double[] b2) = (layers[0].W, layers[0].b, layers[1].W, layers[1].b);

        print($"Two layers, forward:");
        print($"  X = {Rows(X)}, Y = {Rows(Y)}");
        print($"  W1 = {Rows(W1)}, b1 = {Row(b1)}, W2 = {Rows(W2)}, b2 = {Row(b2)}");
        double[,] Z1 = Linear.Forward(X, W1, b1);
        print($"  Z1 = X W1^T + b1 = {Rows(Z1)}");
        print($"    its first number: {X[0, 0]} * {W1[0, 0]:0.000000} + {X[0, 1]} * {W1[0, 1]:0.000000} + {b1[0]} = {Z1[0, 0]:0.000000}");
        double[,] A1 = Tanh.Forward(Z1);
        print($"  A1 = tanh(Z1) = {Rows(A1)}");
        double[,] Z2 = Linear.Forward(A1, W2, b2);
        print($"  Z2 = A1 W2^T + b2 = {Rows(Z2)}");
        double[,] A2 = Sigmoid.Forward(Z2);
        print($"  A2 = 1 / (1 + exp(-Z2)) = {Rows(A2)}");
        double cost = Cost.BinaryCrossEntropy(A2, Y);
        print($"  J = mean of -(y log(a) + (1 - y) log(1 - a)) = -(log({A2[0, 0]:0.000000}) + log({1 - A2[1, 0]:0.000000})) / 2 = {cost:0.000000}");

        print($"Two layers, backward:");
        double[,] dA2 = Cost.BinaryCrossEntropyGradient(A2, Y);
        print($"  dA2 = -Y / A2 + (1 - Y) / (1 - A2) = {Rows(dA2)}");
        double[,] dZ2 = Sigmoid.Backward(dA2, Z2);
        print($"  dZ2 = dA2 * A2 (1 - A2) = {Rows(dZ2)}, which is A2 - Y");
        LinearGradients<double> second = Linear.Backward(dZ2, A1, W2);
        print($"  dW2 = dZ2^T A1 / 2 = {Rows(second.dW)}, db2 = mean of the rows of dZ2 = {Row(second.db)}");
        (double d1, double d2) = (dZ2[0, 0], dZ2[1, 0]);
        print($"    its first number: ({d1:0.000000} * {A1[0, 0]:0.000000} + {d2:0.000000} * {A1[1, 0]:0.000000}) / 2 = {second.dW[0, 0]:0.000000}");
        print($"  dA1 = dZ2 W2 = {Rows(second.dA)}");
        double[,] dZ1 = Tanh.Backward(second.dA, Z1);
        print($"  dZ1 = dA1 * (1 - A1^2) = {Rows(dZ1)}");
        LinearGradients<double> first = Linear.Backward(dZ1, X, W1);
        print($"  dW1 = dZ1^T X / 2 = {Rows(first.dW)}, db1 = mean of the rows of dZ1 = {Row(first.db)}");

        DenseLayer<double>[] updated = Model.Update(layers, [first, second], LearningRate);
        print($"Two layers, a step of gradient descent at rate {LearningRate}:");
        print($"  W1 = W1 - rate dW1 = {Rows(updated[0].W)}, b1 = {Row(updated[0].b)}");
        print($"  W2 = W2 - rate dW2 = {Rows(updated[1].W)}, b2 = {Row(updated[1].b)}");

        double[] walked =
        [
            .. Z1.Cast<double>(), .. A1.Cast<double>(), .. Z2.Cast<double>(), .. A2.Cast<double>(), cost,
            .. Model.Gradients([first, second]), .. Model.Parameters(updated),
        ];
        return Compare(net, walked, print);
    }

    /// <summary>The same numbers from the network.</summary>
    private static double Compare(TwoLayers net, double[] walked, Action<FormattableString> print)
    {
        double[] x = [0.5, -1.0, 1.5, 0.25], y = [1.0, 0.0], gradients = new double[TwoLayers.ParameterCount];
        ForwardPass<double> pass = net.Forward(x);
        double cost = net.Cost(x, y);
        net.ComputeGradients(x, y, gradients);
        net.TrainStep(x, y, LearningRate);

        print($"Two layers, the generated network:");
        print($"  A2 = {Row(pass.Output)}, J = {cost:0.000000}");
        print($"  dW1, db1, dW2, db2 = {Row(gradients)}");
        print($"  W1, b1, W2, b2 = {Row(net.Parameters.ToArray())}");
        double[] computed = [.. pass.Z[1], .. pass.A[1], .. pass.Z[2], .. pass.A[2], cost, .. gradients, .. net.Parameters];
        return walked.Zip(computed, (one, other) => Math.Abs(one - other)).Max();
    }

    private static string Rows(double[,] matrix) => $"[{string.Join("; ", matrix.Cast<double>().Chunk(matrix.GetLength(1)).Select(Numbers))}]";

    private static string Row(double[] values) => $"[{Numbers(values)}]";

    private static string Numbers(double[] values) => string.Join(" ", values.Select(value => value.ToString("0.000000", CultureInfo.InvariantCulture)));
}
