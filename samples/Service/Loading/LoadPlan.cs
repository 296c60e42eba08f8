namespace Service.Loading;

/// <summary>How a service is loaded.</summary>
/// <param name="Address">The address of the service.</param>
/// <param name="Models">The folder of its snapshots.</param>
/// <param name="Seconds">How long questions are asked.</param>
/// <param name="Connections">How many connections ask at the same time, each its next question when the one before was answered.</param>
internal sealed record LoadPlan(Uri Address, string Models, int Seconds, int Connections);
