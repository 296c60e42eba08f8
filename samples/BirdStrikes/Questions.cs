namespace BirdStrikes;

/// <summary>Strikes to ask the network about.</summary>
internal static class Questions
{
    private static readonly Strike Goose = new()
    {
        Aircraft = "B-737-300",
        Airline = "SOUTHWEST AIRLINES",
        Airport = "NASHVILLE INTL",
        Species = "Canada goose",
        Size = "Large",
        Phase = "Climb",
        Time = "Dusk",
        Speed = 210,
        Date = new(2001, 10, 5),
    };

    /// <summary>The strikes, each with a name.</summary>
    public static (string Name, Strike Strike)[] All { get; } =
    [
        ("A Canada goose meets a B-737 in climb", Goose),
        ("The same, of unknown speed", Goose with { Speed = null }),
        ("The same, of an aircraft that was never seen", Goose with { Aircraft = "AIRSHIP" }),
        ("A starling instead", Goose with { Species = "European starling", Size = "Small" }),
        ("Nothing known but the day", new Strike { Date = Goose.Date }),
    ];
}
