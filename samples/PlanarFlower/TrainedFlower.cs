using NetGen;
using NetGen.Reports;

namespace PlanarFlower;

/// <summary>What a network has learned of the flower.</summary>
/// <param name="HiddenUnits">The size of its hidden layer.</param>
/// <param name="Parameters">The number of its weights and biases.</param>
/// <param name="Accuracy">The part of the points that it puts into the right class.</param>
/// <param name="Result">How training went.</param>
/// <param name="Plane">What it says of every place.</param>
internal sealed record TrainedFlower(int HiddenUnits, int Parameters, double Accuracy, TrainingResult Result, DecisionPlane Plane);
