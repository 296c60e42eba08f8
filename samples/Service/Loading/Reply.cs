using Service.Serving;

namespace Service.Loading;

/// <summary>What became of a question.</summary>
/// <param name="Question">The number of the digit that was asked for.</param>
/// <param name="Time">From before the request was sent until its answer had been read.</param>
/// <param name="Answer">The answer; null when there was none.</param>
/// <param name="Failure">Why there was none; null when there was one.</param>
internal readonly record struct Reply(int Question, TimeSpan Time, Answer? Answer, string? Failure);
