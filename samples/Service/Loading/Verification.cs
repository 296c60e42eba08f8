using Service.Serving;

namespace Service.Loading;

/// <summary>Computes answers again, with the model files of the snapshots that gave them: they must be the same bits.</summary>
/// <param name="folder">The folder of the snapshots.</param>
/// <param name="questions">What was asked.</param>
internal sealed class Verification(string folder, QuestionSet questions)
{
    /// <summary>How many answers are not those of the snapshot that they name.</summary>
    public int Strange { get; private set; }

    /// <summary>How many snapshots answered.</summary>
    public int Snapshots { get; private set; }

    /// <summary>What is wrong with the first of the answers that are strange; null when none is.</summary>
    public string? FirstFault { get; private set; }

    /// <summary>Checks all answers.</summary>
    /// <param name="replies">The replies.</param>
    /// <exception cref="IOException">A model file is no model of this network.</exception>
    public void Check(IEnumerable<Reply> replies)
    {
        IEnumerable<Reply> answered = replies.Where(reply => reply.Answer is not null);
        foreach (IGrouping<int, Reply> group in answered.GroupBy(reply => reply.Answer!.Snapshot).OrderBy(group => group.Key))
        {
            Snapshots++;
            Check(group.Key, group);
        }
    }

    private void Check(int snapshot, IEnumerable<Reply> replies)
    {
        string path = Snapshot.PathOf(folder, snapshot);
        if (!File.Exists(path))
        {
            foreach (Reply reply in replies)
            {
                Note(reply, $"there is no {path}");
            }

            return;
        }

        var net = new DigitNet();
        net.Load(path);
        DigitNet.Predictor predictor = net.CreatePredictor();
        var probabilities = new float[DigitNet.OutputSize];
        foreach (IGrouping<int, Reply> same in replies.GroupBy(reply => reply.Question))
        {
            ReadOnlySpan<float> features = questions.Features(same.Key);
            predictor.Predict(features, probabilities);
            int digit = predictor.PredictClass(features);
            foreach (Reply reply in same)
            {
                Answer answer = reply.Answer!;
                if (answer.Digit != digit || !SameBits(answer.Probabilities, probabilities))
                {
                    Note(reply, "the snapshot answers otherwise");
                }
            }
        }
    }

    private void Note(Reply reply, string fault)
    {
        Strange++;
        FirstFault ??= FormattableString.Invariant($"digit {reply.Question} was answered as if by snapshot {reply.Answer!.Snapshot}, but {fault}");
    }

    private static bool SameBits(float[] one, float[] other) =>
        one.Select(BitConverter.SingleToInt32Bits).SequenceEqual(other.Select(BitConverter.SingleToInt32Bits));
}
