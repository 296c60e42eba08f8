namespace NetGen.Networks.Tests.Reference;

/// <summary>A computation that does not agree with its reference.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
