using System.Globalization;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Growth;

/// <summary>The table of a series, in Markdown, so that a document can hold it as it is.</summary>
internal static class GrowthTable
{
    private const double Cliff = 2.0 / 3.0;

    /// <summary>The lines above the rows.</summary>
    public static string Header(GrowthSeries series) => $"""
        {series.Name}: {series.Caption}

        | {series.Name} | NetGen us | OpenBLAS us | ratio | % of peak | against the row above |
        | ---: | ---: | ---: | ---: | ---: | ---: |
        """;

    /// <summary>One row; a drop of the part of the peak by more than a third is called a cliff.</summary>
    public static string Row(GrowthPoint point, GrowthPoint? above)
    {
        string openBlas = "", ratio = "";
        if (point.OpenBlas is { } seconds)
        {
            (openBlas, ratio) = (Figures.Of(seconds * 1e6), Figures.Of(seconds / point.NetGen));
        }

        string change = above is null ? "" : Change(point.Efficiency / above.Efficiency);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {point.Size} | {Figures.Of(point.NetGen * 1e6)} | {openBlas} | {ratio} | {Figures.Of(100 * point.Efficiency)} | {change} |");
    }

    private static string Change(double factor) => Figures.Of(factor) + (factor < Cliff ? " cliff" : "");
}
