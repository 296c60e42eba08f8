using System.Globalization;
using System.Text;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Quick;

/// <summary>The lines that the quick command prints.</summary>
internal static class QuickLines
{
    /// <summary>
    /// 209x12288-20-7-5-1 threads 2: NetGen 1010.3 us, OpenBLAS 2448.0 us, ratio 2.42, naive 98123 us, FMA peak 231.4 GFLOP/s, at 87.9 % of peak.
    /// </summary>
    public static string Step(StepFigures figures)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{figures.Shape.Name} threads {figures.Threads}");
        if (figures.Optimizer != OptimizerKind.Sgd)
        {
            line.Append(figures.Optimizer == OptimizerKind.Adam ? " adam" : " momentum");
        }

        line.Append(": NetGen ").Append(Figures.Microseconds(figures.NetGen));
        AppendOther(line, "OpenBLAS", figures.OpenBlas, figures.NetGen);
        AppendOther(line, "NetGen sgd", figures.Sgd, figures.NetGen);
        if (figures.Naive is { } naive)
        {
            line.Append(", naive ").Append(Figures.Microseconds(naive));
        }

        line.Append(", FMA peak ").Append(Figures.Of(figures.Peak / 1e9)).Append(" GFLOP/s");
        line.Append(", at ").Append(Figures.Of(100 * figures.Shape.Operations / figures.NetGen / figures.Peak)).Append(" % of peak");
        return line.ToString();
    }

    /// <summary>batch norm 128x784-512-128-10 threads 1: NetGen 1180 us, without 1108 us, ratio 1.06, PyTorch 2790 us, ratio 2.36.</summary>
    public static string Kind(string name, int threads, ReadOnlySpan<double> seconds)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{name} threads {threads}: NetGen {Figures.Microseconds(seconds[0])}, without ");
        line.Append(CultureInfo.InvariantCulture, $"{Figures.Microseconds(seconds[1])}, ratio {Figures.Of(seconds[0] / seconds[1])}");
        AppendOther(line, "PyTorch", seconds.Length > 2 ? seconds[2] : null, seconds[0]);
        return line.ToString();
    }

    /// <summary>predict 16-32-32-4: NetGen 48.1 ns.</summary>
    public static string Prediction(string name, double seconds) => $"predict {name}: NetGen {Figures.Nanoseconds(seconds)}";

    /// <summary>exp per element: NetGen 0.213 ns, System.Numerics.Tensors 1.81 ns, ratio 8.50.</summary>
    public static string Function(string name, ReadOnlySpan<double> seconds)
    {
        string ours = Figures.Nanoseconds(seconds[0]), other = Figures.Nanoseconds(seconds[1]);
        return $"{name} per element: NetGen {ours}, System.Numerics.Tensors {other}, ratio {Figures.Of(seconds[1] / seconds[0])}";
    }

    private static void AppendOther(StringBuilder line, string name, double? other, double ours)
    {
        if (other is { } seconds)
        {
            line.Append(CultureInfo.InvariantCulture, $", {name} {Figures.Microseconds(seconds)}, ratio {Figures.Of(seconds / ours)}");
        }
    }
}
