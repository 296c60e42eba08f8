using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Peers;

/// <summary>A training step by one way of writing it; all of them compute the same step.</summary>
internal interface ITrainingPeer : IMeasured
{
    /// <summary>Copies the parameters as they are now: W1 row by row, b1, W2, ...</summary>
    void CopyParameters(Span<float> destination);
}
