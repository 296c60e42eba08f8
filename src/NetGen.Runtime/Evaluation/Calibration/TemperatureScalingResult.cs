using static NetGen.MessageText;

namespace NetGen;

/// <summary>A temperature that was found, and what it does on the set on which it was.</summary>
/// <param name="Scaling">Turns outputs of the network into calibrated probabilities.</param>
/// <param name="Before">The evaluation of the network's own outputs.</param>
/// <param name="After">The evaluation of the calibrated probabilities.</param>
public sealed record TemperatureScalingResult(TemperatureScaling Scaling, Evaluation Before, Evaluation After)
{
    /// <summary>The temperature, T.</summary>
    public double Temperature => Scaling.Temperature;

    /// <summary>As in "temperature 1.52: log loss 0.4321 -> 0.4012, expected calibration error 0.0812 -> 0.0121".</summary>
    public override string ToString() =>
        Text($"temperature {Temperature:G4}: log loss {Before.LogLoss:G4} -> {After.LogLoss:G4}, ")
        + Text($"expected calibration error {Before.ExpectedCalibrationError():G4} -> {After.ExpectedCalibrationError():G4}");
}
