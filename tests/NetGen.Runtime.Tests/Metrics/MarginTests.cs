namespace NetGen.Runtime.Tests.Metrics;

/// <summary>The outputs of a hinge loss are margins: they say classes, but no probabilities.</summary>
public class MarginTests
{
    [Fact]
    public void One_margin_is_of_class_1_above_0()
    {
        double[] margins = [-0.5, 0, 0.25, 3], labels = [0, 0, 1, 0];
        Evaluation evaluation = Evaluator.Evaluate(new GivenMargin<double>(), Dataset<double>.FromRows(margins, 1, labels, 1));
        Assert.Equal((EvaluationKind.Binary, 0.75), (evaluation.Kind, evaluation.Accuracy));
        Assert.Equal(2, evaluation.Confusion![0, 0]);
        Assert.Equal(1, evaluation.Confusion[0, 1]);

        // A pair of three is in the wrong order: the example of class 1 lies above two of the others.
        Assert.Equal(2 / 3.0, evaluation.RocAuc, 1e-15);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (evaluation.LogLoss, evaluation.BrierScore, evaluation.ExpectedCalibrationError()));
    }

    [Fact]
    public void The_greatest_of_several_margins_is_the_class()
    {
        double[] margins = [-3, -1, -2, 0.5, 0.25, -7];
        Evaluation evaluation = Evaluator.Evaluate(new GivenMargins<double>(), Dataset<double>.FromRows(margins, 3, [1, 2], 3));
        Assert.Equal((EvaluationKind.OneOfMany, 0.5, 0.5), (evaluation.Kind, evaluation.Accuracy, evaluation.TopKAccuracy(2)));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (evaluation.LogLoss, evaluation.BrierScore, evaluation.ExpectedCalibrationError()));
    }

    [Fact]
    public void Margins_have_no_temperature()
    {
        string message = Assert.Throws<ArgumentException>("network", () => new TemperatureScaling(GivenMargin<double>.Description, 1)).Message;
        Assert.StartsWith("GivenMargin ends with Linear and Hinge, whose outputs are margins: a temperature is for probabilities", message);
    }
}
