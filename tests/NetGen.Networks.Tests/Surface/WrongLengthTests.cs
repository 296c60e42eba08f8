namespace NetGen.Networks.Tests.Surface;

/// <summary>Wrong lengths are refused at the door: nothing has been written when the exception is thrown.</summary>
public class WrongLengthTests
{
    private static readonly float[] ThreeExamples = Unseen(new float[12]);
    private static readonly float[] ThreeLabels = Unseen<float>([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    private static readonly int[] ThreeClassIndices = Unseen([0, 1, 2]);
    private static readonly ThreeClasses.Predictor Predictor = Initialized().CreatePredictor();

    private delegate void WrongCall(ThreeClasses network, float[] destination);

    public static TheoryData<string, string, string> Calls()
    {
        var data = new TheoryData<string, string, string>();
        foreach ((string name, string parameter, string wrong, _) in Wrong)
        {
            data.Add(name, parameter, wrong);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void IsAnArgumentExceptionBeforeAnythingIsWritten(string name, string parameter, string wrong)
    {
        WrongCall call = Wrong.Single(row => row.Name == name && row.Parameter == parameter && row.Wrong == wrong).Call;
        ThreeClasses network = Initialized();
        float[] parameters = network.Parameters.ToArray();
        var destination = new float[9];
        Array.Fill(destination, -1);

        var refused = Assert.ThrowsAny<ArgumentException>(() => call(network, destination));

        Assert.Equal(parameter, refused.ParamName);
        Assert.Contains("ThreeClasses", refused.Message, StringComparison.Ordinal);
        Assert.Equal(parameters, network.Parameters);
        Assert.All(destination, value => Assert.Equal(-1, value));
    }

    [Fact]
    public void ANegativeNumberOfThreadsIsRefused()
    {
        ThreeClasses network = Initialized();
        float[] parameters = network.Parameters.ToArray();
        Assert.Throws<ArgumentOutOfRangeException>(() => network.TrainStep(ThreeExamples, ThreeLabels, 0.1, threads: -1));
        Assert.Equal(parameters, network.Parameters);
    }

    [Fact]
    public void ALearningRateThatIsNoneIsRefused()
    {
        ThreeClasses network = Initialized();
        float[] parameters = network.Parameters.ToArray();
        foreach (double rate in (double[])[double.NaN, -1, double.PositiveInfinity])
        {
            Assert.ThrowsAny<ArgumentException>(() => network.TrainStep(ThreeExamples, ThreeLabels, rate));
        }

        Assert.Equal(parameters, network.Parameters);
    }

    public static TheoryData<string> CallsThatNeedParameters() => [.. NeedParameters.Keys];

    [Theory]
    [MemberData(nameof(CallsThatNeedParameters))]
    public void ComputingWithoutParametersNamesInitialize(string name)
    {
        var network = new ThreeClasses();
        var refused = Assert.Throws<InvalidOperationException>(() => NeedParameters[name](network));
        Assert.Contains("Initialize", refused.Message, StringComparison.Ordinal);
        Assert.Contains("SetParameters", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ThreeClasses", refused.Message, StringComparison.Ordinal);
        Assert.False(network.IsInitialized);
    }

    private static readonly Dictionary<string, Action<ThreeClasses>> NeedParameters = new()
    {
        ["Predict"] = network => network.Predict(ThreeExamples),
        ["Predict into"] = network => network.Predict(ThreeExamples, new float[9]),
        ["PredictClass"] = network => network.PredictClass(ThreeExamples.AsSpan(0, 4)),
        ["CreatePredictor"] = network => network.CreatePredictor(),
    };

    private static readonly (string Name, string Parameter, string Wrong, WrongCall Call)[] Wrong =
    [
        ("SetParameters", "parameters", "too few", (network, _) => network.SetParameters(Unseen(new float[ThreeClasses.ParameterCount - 1]))),
        ("SetParameters", "parameters", "too many", (network, _) => network.SetParameters(Unseen(new float[ThreeClasses.ParameterCount + 1]))),
        ("Predict", "x", "no multiple", (network, _) => network.Predict(ThreeExamples.AsSpan(1))),
        ("Predict into", "x", "no multiple", (network, output) => network.Predict(ThreeExamples.AsSpan(1), output)),
        ("Predict into", "output", "too short", (network, output) => network.Predict(ThreeExamples, output.AsSpan(1))),
        ("PredictClass", "x", "several examples", (network, _) => network.PredictClass(ThreeExamples)),
        ("PredictClass", "x", "none", (network, _) => network.PredictClass(Unseen<float>([]))),
        ("Predictor.Predict", "x", "no multiple", (_, _) => Predictor.Predict(ThreeExamples.AsSpan(1))),
        ("Predictor.Predict into", "x", "no multiple", (_, output) => Predictor.Predict(ThreeExamples.AsSpan(1), output)),
        ("Predictor.Predict into", "output", "too short", (_, output) => Predictor.Predict(ThreeExamples, output.AsSpan(1))),
        ("Predictor.PredictClass", "x", "several examples", (_, _) => Predictor.PredictClass(ThreeExamples)),
        ("Forward", "x", "no multiple", (network, _) => network.Forward(ThreeExamples.AsSpan(1))),
        ("Cost", "x", "no multiple", (network, _) => network.Cost(ThreeExamples.AsSpan(1), ThreeLabels)),
        ("Cost", "x", "none", (network, _) => network.Cost(Unseen<float>([]), Unseen<float>([]))),
        ("Cost", "y", "another count", (network, _) => network.Cost(ThreeExamples, ThreeLabels.AsSpan(0, 6))),
        ("Cost", "y", "no multiple", (network, _) => network.Cost(ThreeExamples, ThreeLabels.AsSpan(1))),
        ("Cost of classes", "classes", "another count", (network, _) => network.Cost(ThreeExamples, ThreeClassIndices.AsSpan(1))),
        ("Cost of classes", "classes", "no such class", (network, _) => network.Cost(ThreeExamples, Unseen([0, 3, 1]))),
        ("Cost of classes", "classes", "negative", (network, _) => network.Cost(ThreeExamples, Unseen([0, -1, 1]))),
        ("ComputeGradients", "x", "no multiple",
            (network, _) => network.ComputeGradients(ThreeExamples.AsSpan(1), ThreeLabels, new float[ThreeClasses.ParameterCount])),
        ("ComputeGradients", "y", "another count",
            (network, _) => network.ComputeGradients(ThreeExamples, ThreeLabels.AsSpan(3), new float[ThreeClasses.ParameterCount])),
        ("ComputeGradients", "gradients", "too short", (network, gradients) => network.ComputeGradients(ThreeExamples, ThreeLabels, gradients)),
        ("ComputeGradients of classes", "classes", "another count",
            (network, _) => network.ComputeGradients(ThreeExamples, ThreeClassIndices.AsSpan(1), new float[ThreeClasses.ParameterCount])),
        ("ComputeGradients of classes", "gradients", "too short",
            (network, gradients) => network.ComputeGradients(ThreeExamples, ThreeClassIndices, gradients)),
        ("ApplyGradients", "gradients", "too short", (network, _) => Apply(network, Unseen(new float[ThreeClasses.ParameterCount - 1]))),
        ("ApplyGradients", "gradients", "too long", (network, _) => Apply(network, Unseen(new float[ThreeClasses.ParameterCount + 1]))),
        ("TrainStep", "x", "no multiple", (network, _) => network.TrainStep(ThreeExamples.AsSpan(1), ThreeLabels, 0.1)),
        ("TrainStep", "x", "none", (network, _) => network.TrainStep(Unseen<float>([]), Unseen<float>([]), 0.1)),
        ("TrainStep", "y", "another count", (network, _) => network.TrainStep(ThreeExamples, ThreeLabels.AsSpan(3), 0.1)),
        ("TrainStep of classes", "classes", "another count", (network, _) => network.TrainStep(ThreeExamples, ThreeClassIndices.AsSpan(1), 0.1)),
        ("TrainStep of classes", "classes", "no such class", (network, _) => network.TrainStep(ThreeExamples, Unseen([0, 3, 1]), 0.1)),
        ("TrainStep with an optimizer", "x", "no multiple", (network, _) => Step(network, ThreeExamples.AsSpan(1), ThreeLabels)),
        ("TrainStep with an optimizer", "y", "another count", (network, _) => Step(network, ThreeExamples, ThreeLabels.AsSpan(3))),
        ("TrainStepWithCost", "x", "no multiple", (network, _) => StepWithCost(network, ThreeExamples.AsSpan(1), ThreeLabels)),
        ("TrainStepWithCost", "y", "another count", (network, _) => StepWithCost(network, ThreeExamples, ThreeLabels.AsSpan(3))),
    ];

    private static void Apply(ThreeClasses network, ReadOnlySpan<float> gradients)
    {
        var adam = new Adam<float>();
        network.ApplyGradients(gradients, ref adam);
    }

    private static void Step(ThreeClasses network, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var adam = new Adam<float>();
        network.TrainStep(x, y, ref adam);
    }

    private static void StepWithCost(ThreeClasses network, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var momentum = new Momentum<float>();
        network.TrainStepWithCost(x, y, ref momentum);
    }

    /// <summary>Hides a length from the compiler: where it is known, most of these calls do not compile.</summary>
    private static T[] Unseen<T>(T[] values) => values;

    private static ThreeClasses Initialized()
    {
        var network = new ThreeClasses();
        network.Initialize(1);
        return network;
    }
}
