namespace NetGen.CompilerServices;

/// <summary>Ends a worker's part when another worker has failed. It never leaves the team: the caller gets the other's exception.</summary>
internal sealed class JobAbandonedException() : Exception("Another worker of the job failed.");
