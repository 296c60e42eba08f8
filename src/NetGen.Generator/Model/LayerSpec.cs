using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>One layer of a network, of any kind.</summary>
/// <param name="Number">Its place in the order of evaluation, from 1.</param>
/// <param name="Sources">The layers that its inputs come from, each before it; 0 is the input of the network.</param>
/// <param name="Input">The shape of an example that comes in, from the first source.</param>
/// <param name="Output">The shape of an example that goes out.</param>
internal abstract record LayerSpec(int Number, EquatableArray<int> Sources, TensorShape Input, TensorShape Output)
{
    /// <summary>What its parameters are named after: "2" for W2 and b2, "stem" for stem.W and stem.b.</summary>
    public string Name { get; init; } = Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether that name is a number, as of the layers that a list of sizes declares.</summary>
    public bool IsNumbered => Name.All(char.IsDigit);

    /// <summary>Whether training leaves its parameters as they are; of a layer without any, whether no gradient goes back from it.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Whether no gradient goes back from it, though something before it may be trained.</summary>
    public bool StopsGradient => IsFrozen && Parameters.Count == 0;

    /// <summary>The name of a member about it: W2 of a layer that is numbered, stem_W of one with a name.</summary>
    public string MemberName(string symbol) => IsNumbered ? symbol + Name : $"{Name}_{symbol}";

    /// <summary>The name of a parameter in files and messages: W2, stem.W.</summary>
    public string ParameterName(ParameterSpec parameter) => IsNumbered ? parameter.Symbol + Name : $"{Name}.{parameter.Symbol}";

    /// <summary>The kind, in the words of the tables of a network.</summary>
    public abstract string Kind { get; }

    /// <summary>The parameters, in the order in which they lie.</summary>
    public abstract EquatableArray<ParameterSpec> Parameters { get; }

    /// <summary>Whether it multiplies by weights: such layers are what a list of sizes numbers.</summary>
    public bool HasMatrix => Parameters.Any(static parameter => parameter.Role == ParameterRole.Weights);

    /// <summary>The activation of what goes out; of layers without one, linear.</summary>
    public virtual ActivationSpec Function => ActivationSpec.Linear;

    /// <summary>Whether its results can be a list of single values, where it is the last layer and has one unit.</summary>
    public virtual bool WritesLists => false;

    /// <summary>Whether a batch uses some rows of its weights, of which alone there is a gradient.</summary>
    public virtual bool UsesSomeRows => false;

    /// <summary>Whether it can take over a factor and a shift of each unit of what it gives.</summary>
    public virtual bool TakesFold => false;

    /// <summary>The factor and the shift that it is when predicting; null where it is something else.</summary>
    public virtual FoldSpec? Fold => null;

    /// <summary>Whether its statistics are measured on the training set before the first step.</summary>
    public virtual bool FitsStatistics => false;

    /// <summary>Whether what comes in is a class index, which must be one.</summary>
    public virtual bool TakesCategory => false;

    /// <summary>Whether it reads the rows of x where and as they lie; else they are copied where their length is no good one.</summary>
    public virtual bool ReadsAnyRows => false;

    /// <summary>The units that go out.</summary>
    public int OutputLength => (int)Output.Length;
}
