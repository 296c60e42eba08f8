namespace BirdStrikes;

/// <summary>A collision with an animal, as far as it is known.</summary>
internal sealed record Strike
{
    /// <summary>Make and model of the aircraft.</summary>
    public string Aircraft { get; init; } = "";

    /// <summary>Who flew it.</summary>
    public string Airline { get; init; } = "";

    /// <summary>Where.</summary>
    public string Airport { get; init; } = "";

    /// <summary>The animal.</summary>
    public string Species { get; init; } = "";

    /// <summary>Its size: Small, Medium or Large.</summary>
    public string Size { get; init; } = "";

    /// <summary>The phase of flight, as in Climb.</summary>
    public string Phase { get; init; } = "";

    /// <summary>Day, Dusk, Night or Dawn.</summary>
    public string Time { get; init; } = "";

    /// <summary>The indicated speed in knots; null where nobody noted it.</summary>
    public float? Speed { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether the aircraft was damaged: what is to be predicted.</summary>
    public bool DidDamage { get; init; }
}
