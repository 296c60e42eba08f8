using NetGen.Generator.Model;

namespace NetGen.Generator.Layers.Dense;

/// <summary>A[l] = g(Z[l]) in place, by a pass of its own. Equal plans share one kernel.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Stride">The distance between two rows.</param>
/// <param name="KeepsDerivative">Whether g'(Z[l]) is kept beside A[l].</param>
internal sealed record ActivationPass(ActivationSpec Activation, int Stride, bool KeepsDerivative);
