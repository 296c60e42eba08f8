using NetGen.Generator.Model;
using NetGen.Generator.Products;

namespace NetGen.Generator.Layers.Dense;

/// <summary>The product of the backward pass, dZ[l-1] = (dZ[l] W[l]) * g'(Z[l-1]). Equal plans share one kernel.</summary>
/// <param name="Product">dZ[l] W[l].</param>
/// <param name="Below">The activation of the layer below.</param>
/// <param name="KeepsDerivative">Whether g'(Z[l-1]) was kept by the forward pass; else it follows from A[l-1].</param>
internal sealed record BackwardPlan(OuterPlan Product, ActivationSpec Below, bool KeepsDerivative);
