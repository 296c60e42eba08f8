namespace NetGen.Generator.Model;

/// <summary>One declared layer, of any kind.</summary>
/// <param name="Number">The layer, from 1.</param>
/// <param name="Sources">The layers that its inputs come from; 0 is the input of the network.</param>
/// <param name="Input">The shape of an example that comes in.</param>
/// <param name="Output">The shape of an example that goes out.</param>
internal abstract record LayerSpec(int Number, EquatableArray<int> Sources, TensorShape Input, TensorShape Output)
{
    /// <summary>The parameters, in the order in which they lie.</summary>
    public abstract EquatableArray<ParameterSpec> Parameters { get; }

    /// <summary>The activation of what goes out; of layers without one, linear.</summary>
    public virtual ActivationSpec Function => ActivationSpec.Linear;
}
