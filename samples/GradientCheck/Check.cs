using NetGen;

namespace GradientCheck;

/// <summary>The check of one network.</summary>
/// <param name="Activation">Its activation: that of the hidden layers.</param>
/// <param name="Loss">Its loss.</param>
/// <param name="Run">Compares its gradients, the numbers drawn from a seed.</param>
internal sealed record Check(Activation Activation, Loss Loss, Func<int, GradientCheckResult> Run);
