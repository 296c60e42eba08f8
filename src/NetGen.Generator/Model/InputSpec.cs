namespace NetGen.Generator.Model;

/// <summary>One of several inputs of a network: consecutive columns of an example.</summary>
/// <param name="Name">The parameter of the method that describes the network.</param>
/// <param name="MemberPrefix">What the names of its constants start with.</param>
/// <param name="First">The first column, from 0.</param>
/// <param name="Count">The columns.</param>
/// <param name="IsCategory">Whether it is a class index.</param>
internal sealed record InputSpec(string Name, string MemberPrefix, int First, int Count, bool IsCategory)
{
    /// <summary>The constant that says where the columns start.</summary>
    public string ColumnName => $"{MemberPrefix}Column";

    /// <summary>The constant that says how many they are.</summary>
    public string CountName => $"{MemberPrefix}Count";
}
