using NetGen;
using Samples.CommandLine;

namespace ZeroInit;

/// <summary>The hidden units at one moment of the training.</summary>
/// <param name="Iterations">How many updates were made.</param>
/// <param name="Units">For each unit: the weights of both inputs, and its bias.</param>
internal sealed record Snapshot(int Iterations, float[][] Units)
{
    /// <summary>How many different units there are.</summary>
    public int DistinctUnits => Units.Select(unit => string.Join(' ', unit)).Distinct().Count();

    /// <summary>Takes a snapshot.</summary>
    /// <param name="net">The network.</param>
    /// <param name="iterations">How many updates were made.</param>
    public static Snapshot Take<TNet>(TNet net, int iterations)
        where TNet : class, INetwork<TNet, float>
    {
        // The parameters begin with W1, a row for each unit, and b1.
        LayerDescription layer = TNet.Description.Layers[0];
        float[] parameters = net.Parameters.ToArray();
        return new Snapshot(iterations, [.. Enumerable.Range(0, layer.Units).Select(unit => (float[])
        [
            .. parameters.AsSpan(unit * layer.Inputs, layer.Inputs),
            parameters[(layer.Units * layer.Inputs) + unit],
        ])]);
    }

    /// <summary>The units as a table.</summary>
    public override string ToString() => TextTable.Format(
        [$"after {Iterations}", "w1", "w2", "b"],
        Units.Select((unit, index) => (string[])[$"unit {index + 1}", .. unit.Select(value => value.ToString("0.000000", CultureInfo.InvariantCulture))]));
}
