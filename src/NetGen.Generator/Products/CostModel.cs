namespace NetGen.Generator.Products;

/// <summary>
/// Cycles that pieces of code take, in units of one full-width multiply-add a cycle (Zen 4 and Zen 5; other processors differ by a factor that is much the same
/// for all plans).
/// </summary>
internal static class CostModel
{
    /// <summary>The bytes of the second-level cache: what Zen 4 and Zen 5 have, and less than most others of today.</summary>
    public const int SecondLevelCache = 1024 * 1024;

    /// <summary>The batch for which plans are compared when a cost is paid once a step, such as packing.</summary>
    public const int NominalBatch = 128;

    /// <summary>
    /// The cycles of adding up the lanes of one vector, when four are added up together. Counted once for a unit, although it is done for each block of inputs:
    /// what a layer of many blocks loses by it, it saves in weights that stay in the second-level cache, which no plan is charged for.
    /// </summary>
    public const double HorizontalSum = 3.5;

    /// <summary>The cycles of moving one element of the weights into another layout, most of which is waiting for the lines that are written.</summary>
    public const double PackedElement = 0.7;

    /// <summary>
    /// The cycles of loading a broadcast element: between Zen 4, which does two in the time of a multiply-add, and Zen 5, which does one in that of two
    /// multiply-adds.
    /// </summary>
    public const double BroadcastLoad = 1.25;

    /// <summary>The cycles of bringing one vector from beyond the first-level cache.</summary>
    public const double FarLoad = 2;

    /// <summary>The cycles of loading one vector from the first or the second level, beside others.</summary>
    public const double NearLoad = 1;

    /// <summary>The cycles between a multiply-add and the use of its result.</summary>
    public const double Latency = 4;

    /// <summary>The cycles of one round of an outer tile: its multiply-adds, its loads or the latency of one accumulator, whichever takes longest.</summary>
    public static double OuterRound(int rows, double vectors) => System.Math.Max(rows * System.Math.Max(vectors, BroadcastLoad), Latency);

    /// <summary>A number of cycles, as comments show it.</summary>
    public static string Text(double cycles) => cycles.ToString(cycles < 100 ? "0.#" : "0", System.Globalization.CultureInfo.InvariantCulture);
}
