using System.Globalization;

namespace NetGen.CompilerServices;

/// <summary>A thread of the team. It does not keep the process alive.</summary>
internal sealed class Helper
{
    // Long enough to last from one training step to the next, short enough that an idle program leaves the processor alone.
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(40);

    private readonly Signal started = new();
    private readonly Team team;
    private readonly int index;

    /// <summary>Starts the thread.</summary>
    /// <param name="team">The team that it works for.</param>
    /// <param name="index">Which worker it is, from 1: the caller is 0.</param>
    public Helper(Team team, int index)
    {
        this.team = team;
        this.index = index;
        var thread = new Thread(Work) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"NetGen worker {index}") };
        thread.UnsafeStart();
    }

    /// <summary>Has the helper do its part of the team's current job.</summary>
    public void Start() => started.Raise();

    private void Work()
    {
        for (int seen = 0; ; seen++)
        {
            started.WaitBeyond(seen, Patience);
            team.RunHelper(index);
        }
    }
}
