using NetGen;
using NetGen.Reference;

namespace StepByStep;

/// <summary>
/// The computation graph of one logistic unit and one example, node by node: forward to the cost, backward to the derivatives, and one step of gradient
/// descent. Every number comes from NetGen.Reference; then the generated network is asked for the same. This file and Networks.cs need nothing but NetGen.
/// </summary>
internal static class LogisticWalk
{
    private const double LearningRate = 0.5;

    /// <summary>Walks the graph.</summary>
    /// <param name="print">Prints a line.</param>
    /// <returns>The largest difference between a number of the walk and the network's own.</returns>
    public static double Run(Action<FormattableString> print)
    {
        double[,] X = { { 1.0, 2.0 } }, Y = { { 1.0 } }, W = { { 0.5, -0.25 } };
        double[] b = [0.1];

        print($"One logistic unit, forward:");
        double[,] Z = Linear.Forward(X, W, b);
        print($"  z = w1 x1 + w2 x2 + b = {W[0, 0]} * {X[0, 0]} + {W[0, 1]} * {X[0, 1]} + {b[0]} = {Z[0, 0]:0.000000}");
        double[,] A = Sigmoid.Forward(Z);
        print($"  a = 1 / (1 + exp(-z)) = 1 / (1 + exp({-Z[0, 0]:0.000000})) = {A[0, 0]:0.000000}");
        double cost = Cost.BinaryCrossEntropy(A, Y);
        print(
            $"  J = -(y log(a) + (1 - y) log(1 - a)) = -({Y[0, 0]} * log({A[0, 0]:0.000000}) + {1 - Y[0, 0]} * log({1 - A[0, 0]:0.000000})) = {cost:0.000000}");

        print($"One logistic unit, backward:");
        double[,] dA = Cost.BinaryCrossEntropyGradient(A, Y);
        print($"  da = -y / a + (1 - y) / (1 - a) = -{Y[0, 0]} / {A[0, 0]:0.000000} + {1 - Y[0, 0]} / {1 - A[0, 0]:0.000000} = {dA[0, 0]:0.000000}");
        double[,] dZ = Sigmoid.Backward(dA, Z);
        print($"  dz = da * a (1 - a) = {dA[0, 0]:0.000000} * {A[0, 0]:0.000000} * {1 - A[0, 0]:0.000000} = {dZ[0, 0]:0.000000}, which is a - y");
        LinearGradients<double> gradients = Linear.Backward(dZ, X, W);
        print($"  dw1 = dz x1 = {dZ[0, 0]:0.000000} * {X[0, 0]} = {gradients.dW[0, 0]:0.000000}");
        print($"  dw2 = dz x2 = {dZ[0, 0]:0.000000} * {X[0, 1]} = {gradients.dW[0, 1]:0.000000}");
        print($"  db = dz = {gradients.db[0]:0.000000}");

        print($"One logistic unit, a step of gradient descent at rate {LearningRate}:");
        double[,] newW = Update.GradientDescent(W, gradients.dW, LearningRate);
        double[] newB = Update.GradientDescent(b, gradients.db, LearningRate);
        print($"  w1 = w1 - rate dw1 = {W[0, 0]} - {LearningRate} * {gradients.dW[0, 0]:0.000000} = {newW[0, 0]:0.000000}");
        print($"  w2 = w2 - rate dw2 = {W[0, 1]} - {LearningRate} * {gradients.dW[0, 1]:0.000000} = {newW[0, 1]:0.000000}");
        print($"  b = b - rate db = {b[0]} - {LearningRate} * {gradients.db[0]:0.000000} = {newB[0]:0.000000}");

        return Compare(
            [Z[0, 0], A[0, 0], cost, .. gradients.dW.Cast<double>(), .. gradients.db, .. newW.Cast<double>(), .. newB],
            [.. W.Cast<double>(), .. b],
            print);
    }

    /// <summary>The same numbers from the network.</summary>
    private static double Compare(double[] walked, double[] parameters, Action<FormattableString> print)
    {
        double[] x = [1.0, 2.0], y = [1.0], gradients = new double[LogisticUnit.ParameterCount];
        var net = new LogisticUnit();
        net.SetParameters(parameters);
        ForwardPass<double> pass = net.Forward(x);
        double cost = net.Cost(x, y);
        net.ComputeGradients(x, y, gradients);
        net.TrainStep(x, y, LearningRate);

        print($"One logistic unit, the generated network:");
        print($"  z = {pass.Z[1][0]:0.000000}, a = {pass.Output[0]:0.000000}, J = {cost:0.000000}");
        print($"  dw1 = {gradients[0]:0.000000}, dw2 = {gradients[1]:0.000000}, db = {gradients[2]:0.000000}");
        print($"  w1 = {net.W1[0, 0]:0.000000}, w2 = {net.W1[0, 1]:0.000000}, b = {net.b1[0]:0.000000}");
        double[] computed = [pass.Z[1][0], pass.Output[0], cost, .. gradients, .. net.Parameters];
        return walked.Zip(computed, (one, other) => Math.Abs(one - other)).Max();
    }
}
