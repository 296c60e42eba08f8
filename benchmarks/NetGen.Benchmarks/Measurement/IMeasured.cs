namespace NetGen.Benchmarks.Measurement;

/// <summary>Something whose running time is measured.</summary>
internal interface IMeasured
{
    /// <summary>What a line of figures calls it.</summary>
    string Name { get; }

    /// <summary>
    /// Goes back to the start, outside of the measured time: after some hundred thousand steps a network has learnt its labels, and its arithmetic must not
    /// drift to numbers that another contestant does not see.
    /// </summary>
    void Reset();

    /// <summary>Does it some times over. The loop is in here, so that a call through this interface is not part of what takes nanoseconds.</summary>
    void Run(int repetitions);
}
