namespace NetGen.Networks.Tests.Behaviour;

/// <summary>The collection of tests that must not share the process with others while they run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
