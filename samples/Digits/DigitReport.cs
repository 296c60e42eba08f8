using NetGen;
using NetGen.Reports;

namespace Digits;

/// <summary>The report: how training went, and the test digits that were misread.</summary>
internal static class DigitReport
{
    private const int MostPictures = 48;

    public static TrainingReport Write<TNet>(
        TNet net, DigitPictures digits, TrainingResult result, TrainingOptions options, Evaluation onTrain, Evaluation onTest)
        where TNet : class, INetwork<TNet, float>
    {
        var report = new TrainingReport("Reading digits", TNet.Description, result)
        {
            Lead = FormattableString.Invariant($"A network with {TNet.ParameterCount:#,0} parameters learned from {digits.Train.Count:#,0} {digits.Source}, ")
                + FormattableString.Invariant($"then read {digits.Test.Count:#,0} others."),
            Options = options,
            Evaluation = onTest,
        };
        report.AddFacts(("Train accuracy", FormattableString.Invariant($"{100 * onTrain.Accuracy:0.00} %")));
        report.AddPictures(
            "Misread first",
            "Test digits: those that the network misread, then some that it read well. The number is the probability that it gave to its reading.",
            Cards(net, digits));
        return report;
    }

    private static IEnumerable<PictureCard> Cards<TNet>(TNet net, DigitPictures digits)
        where TNet : class, INetwork<TNet, float>
    {
        Dataset<float> test = digits.Test;
        var probabilities = new float[test.Count * DigitPictures.Classes];
        net.Predict(test.X, probabilities);

        return Enumerable.Range(0, test.Count)
            .Select(index =>
            {
                float[] outputs = probabilities[(index * DigitPictures.Classes)..((index + 1) * DigitPictures.Classes)];
                int reading = Array.IndexOf(outputs, outputs.Max());
                return (Index: index, Reading: reading, Sureness: outputs.Max(), Truth: test.Classes[index]);
            })
            .OrderByDescending(read => read.Reading != read.Truth)
            .Take(MostPictures)
            .Select(read => new PictureCard(
                Picture.FromInk(test.X.Slice(read.Index * test.InputSize, test.InputSize), digits.Side, digits.Side),
                FormattableString.Invariant($"reads {read.Reading} ({read.Sureness:0.00})"),
                $"is a {read.Truth}",
                read.Reading != read.Truth));
    }
}
