using NetGen.Generator.Products;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The product of the backward pass, dZ[l-1] = (dZ[l] W[l]) * g'(Z[l-1]). Equal plans share one kernel.</summary>
/// <param name="Product">dZ[l] W[l].</param>
/// <param name="Target">What is done with it: how it becomes dZ[l-1].</param>
internal sealed record BackwardPlan(OuterPlan Product, DeltaTarget Target);
