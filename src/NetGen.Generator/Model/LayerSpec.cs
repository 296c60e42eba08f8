namespace NetGen.Generator.Model;

/// <summary>One declared layer: W is (Units, Inputs), b is (Units).</summary>
internal sealed record LayerSpec(int Number, int Inputs, int Units, Activation Activation, double Slope);
