namespace NetGen.Generator.Model;

/// <summary>One of several inputs of a network: consecutive columns of an example.</summary>
/// <param name="Name">The parameter of the method that describes the network.</param>
/// <param name="MemberPrefix">What the names of its constants start with.</param>
/// <param name="First">The first column, from 0.</param>
/// <param name="Count">The columns.</param>
/// <param name="Categories">The number of classes of a class index; null for numbers.</param>
/// <param name="TakesAnyIndex">Whether a class stands for every index that is none.</param>
internal sealed record InputSpec(string Name, string MemberPrefix, int First, int Count, int? Categories, bool TakesAnyIndex)
{
    /// <summary>Whether it is a class index.</summary>
    public bool IsCategory => Categories is not null;

    /// <summary>The constant that says where the columns start.</summary>
    public string ColumnName => $"{MemberPrefix}Column";

    /// <summary>The constant that says how many they are.</summary>
    public string CountName => $"{MemberPrefix}Count";
}
