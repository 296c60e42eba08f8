using NetGen.Reference;

namespace NetGen.Runtime.Tests.Reference;

public class ModelTests
{
    private static readonly double[,] X = { { 0.5, -1 }, { 1.5, 2 }, { -0.3, 0.7 } };

    public static TheoryData<Activation, Loss> OutputsAndLosses
    {
        get
        {
            var data = new TheoryData<Activation, Loss>();
            foreach (Activation output in Enum.GetValues<Activation>())
            {
                data.Add(output, Loss.SquaredError);
                data.Add(output, Loss.AbsoluteError);
            }

            data.Add(Activation.Sigmoid, Loss.BinaryCrossEntropy);
            data.Add(Activation.Softmax, Loss.BinaryCrossEntropy);
            data.Add(Activation.Softmax, Loss.CrossEntropy);
            data.Add(Activation.Sigmoid, Loss.CrossEntropy);
            return data;
        }
    }

    [Fact]
    public void One_logistic_unit_is_what_pencil_and_paper_give()
    {
        // w = (0.1, 0.2), b = -0.3, x = (1, 2), y = 1: z = 0.2, dz = a - y.
        DenseLayer<double>[] layers = [new(new double[,] { { 0.1, 0.2 } }, [-0.3], Activation.Sigmoid)];
        double[,] y = { { 1 } };
        DenseCache<double>[] caches = Model.Forward(new double[,] { { 1, 2 } }, layers);
        double a = 1 / (1 + Math.Exp(-0.2));
        Assert.Equal(0.2, caches[0].Z[0, 0], 1e-16);
        Assert.Equal(a, caches[0].A[0, 0], 1e-16);
        Assert.Equal(-Math.Log(a), Model.Cost(caches, y, Loss.BinaryCrossEntropy), 1e-15);

        LinearGradients<double>[] gradients = Model.Backward(caches, y, Loss.BinaryCrossEntropy);
        Assert.Equal(a - 1, gradients[0].dW[0, 0], 1e-16);
        Assert.Equal(2 * (a - 1), gradients[0].dW[0, 1], 1e-16);
        Assert.Equal(a - 1, gradients[0].db[0], 1e-16);
        Assert.Equal(0.1 * (a - 1), gradients[0].dA[0, 0], 1e-16);

        DenseLayer<double>[] updated = Model.Update(layers, gradients, 0.5);
        Assert.Equal(0.1 - (0.5 * (a - 1)), updated[0].W[0, 0], 1e-16);
        Assert.Equal(-0.3 - (0.5 * (a - 1)), updated[0].b[0], 1e-16);
        Assert.Equal(0.1, layers[0].W[0, 0]);
    }

    [Theory]
    [MemberData(nameof(OutputsAndLosses))]
    public void Backward_is_the_gradient_of_the_cost(Activation output, Loss loss)
    {
        DenseLayer<double>[] layers = Layers(output);
        double[,] y = loss is Loss.CrossEntropy or Loss.BinaryCrossEntropy
            ? new double[,] { { 1, 0 }, { 0, 1 }, { 0.5, 0.5 } }
            : new double[,] { { 1, -2 }, { 0.5, 3 }, { 2, 0.1 } };
        double[] analytic = Model.Gradients(Model.Backward(Model.Forward(X, layers), y, loss));
        double[] parameters = Model.Parameters(layers);
        NetworkDescription description = Describe(layers, loss);
        for (int i = 0; i < parameters.Length; i++)
        {
            Assert.Equal((CostAt(i, 1e-5) - CostAt(i, -1e-5)) / 2e-5, analytic[i], 1e-8);
        }

        double CostAt(int index, double change)
        {
            var moved = (double[])parameters.Clone();
            moved[index] += change;
            return Model.Cost(Model.Forward(X, Model.Layers<double>(description, moved)), y, loss);
        }
    }

    [Fact]
    public void The_forward_pass_of_networks_is_this_one()
    {
        foreach (Activation output in Enum.GetValues<Activation>())
        {
            DenseLayer<double>[] layers = Layers(output);
            DenseCache<double>[] caches = Model.Forward(X, layers);
            ForwardPass<double> pass = ForwardPass<double>.Compute(Describe(layers, Loss.SquaredError), Model.Parameters(layers), [0.5, -1, 1.5, 2, -0.3, 0.7]);
            for (int l = 0; l < layers.Length; l++)
            {
                Assert.Equal(caches[l].Z.Cast<double>(), pass.Z[l + 1]);
                Assert.Equal(caches[l].A.Cast<double>(), pass.A[l + 1]);
            }
        }
    }

    [Fact]
    public void Training_step_by_step_lowers_the_cost()
    {
        DenseLayer<float>[] layers =
        [
            new(new float[,] { { 0.5f, -0.3f }, { -0.2f, 0.4f } }, [0f, 0f], Activation.Tanh),
            new(new float[,] { { 0.3f, -0.6f } }, [0f], Activation.Sigmoid),
        ];
        float[,] x = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }, y = { { 0 }, { 1 }, { 1 }, { 0 } };
        float first = Model.Cost(Model.Forward(x, layers), y, Loss.BinaryCrossEntropy);
        for (int iteration = 0; iteration < 2000; iteration++)
        {
            layers = Model.Update(layers, Model.Backward(Model.Forward(x, layers), y, Loss.BinaryCrossEntropy), 1.0);
        }

        Assert.InRange(Model.Cost(Model.Forward(x, layers), y, Loss.BinaryCrossEntropy), 0, first / 2);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        DenseLayer<double>[] layers = Layers(Activation.Linear);
        DenseCache<double>[] caches = Model.Forward(X, layers);
        LinearGradients<double>[] gradients = Model.Backward(caches, new double[3, 2], Loss.SquaredError);
        NetworkDescription description = Describe(layers, Loss.SquaredError);

        Refused("layers", "W1 is 3x2, but X is 3x4: W1 must have a column for each column of it.", () => Model.Forward(new double[3, 4], layers));
        Refused("layers", "W2 is 3x2, but A1 is 3x3: W2 must have a column for each column of it.", () => Model.Forward(X, [layers[0], layers[0]]));
        Refused("layers", "layers is empty: a network has at least one layer.", () => Model.Forward<double>(X, []));
        Refused("layers", "layers holds null for layer 2.", () => Model.Forward(X, [layers[0], null!]));
        Refused("A", "A is 3x2, but Y is 2x2: both must have the same shape.", () => Model.Backward(caches, new double[2, 2], Loss.SquaredError));
        Refused("A", "A is 3x2, but Y is 3x1: both must have the same shape.", () => Model.Cost(caches, new double[3, 1], Loss.AbsoluteError));
        Refused(
            "gradients",
            "gradients holds those of 1 layer, but layers holds 2: both must hold the same number.",
            () => Model.Update(layers, gradients[..1], 1));
        Refused("parameters", "parameters holds 3 values, but Net has 17 parameters", () => Model.Layers<double>(description, new double[3]));
        Refused("b", "b holds 1 value, but W is 2x2: b must hold 2.", () => _ = new DenseLayer<double>(new double[2, 2], [1], Activation.Relu));
        Refused("W", "W is 0x2", () => _ = new DenseLayer<double>(new double[0, 2], [], Activation.Relu));
        Refused("dA", "dA is 1x1, but Z is 3x3", () => Dense.Backward(new double[1, 1], caches[0]));
        Refused("caches", "caches is empty", () => Model.Cost<double>([], X, Loss.SquaredError));

        Assert.Throws<ArgumentNullException>("X", () => Model.Forward(null!, layers));
        Assert.Throws<ArgumentNullException>("layers", () => Model.Forward(X, null!));
        Assert.Throws<ArgumentNullException>("layers", () => Model.Parameters<double>(null!));
        Assert.Throws<ArgumentNullException>("gradients", () => Model.Gradients<double>(null!));
        Assert.Throws<ArgumentNullException>("caches", () => Model.Cost<double>(null!, X, Loss.SquaredError));
        Assert.Throws<ArgumentNullException>("caches", () => Model.Backward<double>(null!, X, Loss.SquaredError));
        Assert.Throws<ArgumentNullException>("Y", () => Model.Backward(caches, null!, Loss.SquaredError));
        Assert.Throws<ArgumentNullException>("description", () => Model.Layers<double>(null!, []));
        Assert.Throws<ArgumentNullException>("layer", () => Dense.Forward(X, null!));
        Assert.Throws<ArgumentNullException>("cache", () => Dense.Backward<double>(X, null!));
        Assert.Throws<ArgumentNullException>("b", () => new DenseLayer<double>(X, null!, Activation.Relu));
        Assert.Throws<ArgumentOutOfRangeException>("loss", () => Model.Cost(caches, X, (Loss)9));
        Assert.Throws<ArgumentOutOfRangeException>("activation", () => new DenseLayer<double>(X, new double[3], (Activation)99));
        Assert.Throws<ArgumentOutOfRangeException>("slope", () => new DenseLayer<double>(X, new double[3], Activation.LeakyRelu, double.NaN));
    }

    private static void Refused(string parameter, string message, Action call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, call).Message);

    private static DenseLayer<double>[] Layers(Activation output) =>
    [
        new(new double[,] { { 0.4, -0.2 }, { 0.1, 0.6 }, { -0.5, 0.3 } }, [0.1, -0.2, 0.3], Activation.Tanh),
        new(new double[,] { { 0.7, -0.4, 0.2 }, { -0.3, 0.5, 0.8 } }, [0.05, -0.15], output, 0.2),
    ];

    private static NetworkDescription Describe(DenseLayer<double>[] layers, Loss loss) => new(
        "Net",
        [.. layers.Select(layer => new DenseDescription(layer.W.GetLength(1), layer.W.GetLength(0), layer.Activation, layer.Slope))],
        loss,
        Initializer.Zeros);
}
