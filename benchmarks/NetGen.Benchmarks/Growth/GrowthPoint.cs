namespace NetGen.Benchmarks.Growth;

/// <summary>The figures of one step, in seconds.</summary>
/// <param name="Size">The size that grows.</param>
/// <param name="NetGen">The generated code.</param>
/// <param name="OpenBlas">OpenBLAS; null where it is missing.</param>
/// <param name="Limit">The step's operations at the rate of multiply-adds.</param>
internal sealed record GrowthPoint(int Size, double NetGen, double? OpenBlas, double Limit)
{
    /// <summary>The part of the rate of multiply-adds that the generated code reaches.</summary>
    public double Efficiency => Limit / NetGen;
}
