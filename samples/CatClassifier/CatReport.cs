using NetGen;
using NetGen.Reports;

namespace CatClassifier;

/// <summary>The report: how training went, and the test pictures, those that the network got wrong first.</summary>
internal static class CatReport
{
    public static Report Write<TNet, T>(
        TNet net,
        Model model,
        CatPictures pictures,
        Dataset<T> test,
        TrainingResult result,
        TrainingOptions options,
        Evaluation onTrain,
        Evaluation onTest)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string source = pictures.AreDrawn ? "pictures that the sample drew itself" : "photographs";
        var report = new TrainingReport("Cat or not?", TNet.Description, result)
        {
            Lead = FormattableString.Invariant($"A {model.Name} network with {TNet.ParameterCount:#,0} parameters ")
                + FormattableString.Invariant($"learned from {pictures.Train.Count} {source}, ")
                + FormattableString.Invariant($"then looked at {pictures.Test.Count} that it had never seen."),
            Options = options,
            Evaluation = onTest,
            ClassNames = ["no cat", "cat"],
        };
        report.AddOptimizer(new GradientDescent<T>(model.LearningRate));
        report.AddFacts(("Train accuracy", FormattableString.Invariant($"{100 * onTrain.Accuracy:0.0} %")));
        report.AddPictures(
            "The test pictures",
            "Mistakes come first, the surest first among them. The number is the network's probability of a cat.",
            Cards(net, test));
        return report;
    }

    private static IEnumerable<PictureCard> Cards<TNet, T>(TNet net, Dataset<T> test)
        where TNet : class, INetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var outputs = new T[test.Count];
        net.Predict(test.X, outputs);
        double[] probabilities = [.. outputs.Select(double.CreateChecked)];
        bool[] cats = [.. test.Y.ToArray().Select(label => label > T.CreateChecked(0.5))];

        return Enumerable.Range(0, test.Count)
            .OrderByDescending(index => probabilities[index] > 0.5 != cats[index])
            .ThenByDescending(index => Math.Abs(probabilities[index] - 0.5))
            .Select(index => new PictureCard(
                Picture.FromRgb(test.X.Slice(index * test.InputSize, test.InputSize), PictureSet.Side, PictureSet.Side),
                FormattableString.Invariant($"{(probabilities[index] > 0.5 ? "cat" : "no cat")} {probabilities[index]:0.00}"),
                cats[index] ? "is a cat" : "is no cat",
                probabilities[index] > 0.5 != cats[index]));
    }
}
