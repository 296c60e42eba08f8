namespace NetGen.Benchmarks.CommandLine;

/// <summary>The command line says something that cannot be done; the message says what, and what can be.</summary>
internal sealed class UsageException(string message) : Exception(message);
