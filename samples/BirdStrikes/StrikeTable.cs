using System.IO.Compression;

namespace BirdStrikes;

/// <summary>The strikes that come with the sample; where they are from is said beside the file, in Data/README.md.</summary>
internal static class StrikeTable
{
    /// <summary>Strikes from this day on are held out: what was learned from the past is tried on what came later.</summary>
    public static readonly DateOnly FirstHeldOut = new(2000, 9, 1);

    /// <summary>Reads them, and parts those before <see cref="FirstHeldOut"/> from those after.</summary>
    public static (Strike[] Train, Strike[] Test) Load()
    {
        using Stream resource = typeof(StrikeTable).Assembly.GetManifestResourceStream("birdstrikes.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));

        // No name in this file has a comma or a quotation mark.
        string[] columns = lines.ReadLine()!.Split(',');
        var strikes = new List<Strike>();
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            strikes.Add(Read(column => cells[Array.IndexOf(columns, column)]));
        }

        return ([.. strikes.Where(strike => strike.Date < FirstHeldOut)], [.. strikes.Where(strike => strike.Date >= FirstHeldOut)]);
    }

    // What a strike cost is in the table, too, but nobody knows it before the damage.
    private static Strike Read(Func<string, string> cell) => new()
    {
        Aircraft = cell("Aircraft Make Model"),
        Airline = cell("Aircraft Airline Operator"),
        Airport = cell("Airport Name"),
        Species = cell("Wildlife Species"),
        Size = cell("Wildlife Size"),
        Phase = cell("Phase of flight"),
        Time = cell("Time of day"),
        Speed = cell("Speed IAS in knots") is { Length: > 0 } speed ? float.Parse(speed, CultureInfo.InvariantCulture) : null,
        Date = DateOnly.Parse(cell("Flight Date"), CultureInfo.InvariantCulture),
        DidDamage = cell("Effect Amount of damage") != "None",
    };
}
