using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests.Numerics;

/// <summary>What is said where the process has no memory for a step: asked in one that may have little.</summary>
public sealed class ScratchLimitTests
{
    private const string LimitVariable = "DOTNET_GCHeapHardLimit";

    [Fact]
    public Task A_process_with_little_memory_names_network_examples_and_what_to_do() =>
        Environment.GetEnvironmentVariable(LimitVariable) is null
            ? TestProcess.AssertPass([typeof(ScratchLimitTests)], new Dictionary<string, string> { [LimitVariable] = "0xC000000" })
            : Task.CompletedTask;

    [Fact]
    public void Memory_that_there_is_not_is_named_with_network_examples_and_what_to_do()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(LimitVariable) is not null, "This process may have as much memory as the machine.");
        var exception = Assert.Throws<InsufficientMemoryException>(() => Scratch<float>.Rent(100_000_000, "Wide", 50_000));
        Assert.Equal(
            "There is no memory for the 381 MB that Wide works in with 50000 examples at once: "
                + "train in mini-batches (BatchSize of TrainingOptions), or pass fewer examples a call.",
            exception.Message);
        Assert.IsType<OutOfMemoryException>(exception.InnerException);

        // A batch that is smaller goes on.
        Scratch<float>.Return(Scratch<float>.Rent(1000, "Wide", 1));
    }
}
