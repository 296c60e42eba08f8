using System.Numerics;

namespace NetGen.CompilerServices;

/// <content>What the random numbers of steps depend on.</content>
public sealed partial class NetworkState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private ulong seed;
    private long steps;

    /// <summary>What the random numbers of the last step depended on; set, the next ones are those that follow.</summary>
    public DropoutState LastStep
    {
        get => new(seed, Interlocked.Read(ref steps) - 1);
        set
        {
            seed = value.Seed;
            Interlocked.Exchange(ref steps, value.Step + 1);
        }
    }

    /// <summary>Begins a step, or the computation of gradients: its random numbers are others than those of all before.</summary>
    public StepKey NextStep() => new(seed, Interlocked.Increment(ref steps) - 1, firstExample: 0);

    /// <summary>Begins again with the first step of a seed.</summary>
    private void RestartSteps(int seed)
    {
        this.seed = unchecked((ulong)seed);
        Interlocked.Exchange(ref steps, 0);
    }
}
