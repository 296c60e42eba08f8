using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>An update of some lanes of a vector changes the parameters behind them and no other.</summary>
public class PartialUpdateTests
{
    private const int Index = 3;

    public static TheoryData<int> SingleLanes => [.. Enumerable.Range(1, 15)];

    public static TheoryData<int> DoubleLanes => [.. Enumerable.Range(1, 7)];

    [Theory]
    [MemberData(nameof(SingleLanes))]
    public void Single_precision(int used)
    {
        float[] parameters = new float[Index + 16];
        var optimizer = new GradientDescent<float>(1);
        PartialUpdate.Apply(ref optimizer, parameters, Index, Vector512<float>.Indices + Vector512<float>.One, used);
        Assert.Equal(Enumerable.Range(0, parameters.Length).Select(i => i >= Index && i < Index + used ? -(i - Index + 1f) : 0), parameters);
    }

    [Theory]
    [MemberData(nameof(DoubleLanes))]
    public void Double_precision(int used)
    {
        double[] parameters = new double[Index + 8];
        var optimizer = new GradientDescent<double>(1);
        PartialUpdate.Apply(ref optimizer, parameters, Index, Vector512<double>.Indices + Vector512<double>.One, used);
        Assert.Equal(Enumerable.Range(0, parameters.Length).Select(i => i >= Index && i < Index + used ? -(i - Index + 1d) : 0), parameters);
    }
}
