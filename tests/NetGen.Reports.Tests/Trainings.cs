using System.Xml.Linq;

namespace NetGen.Reports.Tests;

/// <summary>Trainings to report on, and the pages that reports write.</summary>
internal static class Trainings
{
    /// <summary>A network of four inputs, three hidden units and three classes.</summary>
    public static NetworkDescription Network { get; } = new(
        "IrisNet",
        [new DenseDescription(4, 3, Activation.Tanh), new DenseDescription(3, 3, Activation.Softmax)],
        Loss.CrossEntropy,
        Initializer.ScaledNormal);

    /// <summary>Three epochs with a validation set and a metric.</summary>
    public static TrainingHistory History { get; } = new(
        [
            new(0, 1.0986123, 1.05) { Steps = 5, LearningRate = 0.01, Elapsed = TimeSpan.FromMilliseconds(20), Metrics = [0.25] },
            new(10, 0.4382716, 0.5012345) { Steps = 55, LearningRate = 0.005, Elapsed = TimeSpan.FromMilliseconds(120), Metrics = [0.75] },
            new(20, 0.000123456789, 0.3) { Steps = 105, LearningRate = 0.0025, Elapsed = TimeSpan.FromMilliseconds(320), Metrics = [0.875] },
        ],
        ["accuracy"]);

    /// <summary>A training that ended well.</summary>
    /// <param name="history">What was recorded.</param>
    public static TrainingResult Completed(TrainingHistory history) => new()
    {
        End = TrainingEnd.Completed,
        Epochs = history.Count == 0 ? 0 : history[^1].Epoch + 1,
        Steps = history.Count == 0 ? 0 : history[^1].Steps,
        History = history,
        Divergence = null,
        ParametersEpoch = history.Count == 0 ? null : history[^1].Epoch,
        BestEpoch = null,
        BestValidationCost = null,
        Elapsed = history.Count == 0 ? TimeSpan.Zero : history[^1].Elapsed,
    };

    /// <summary>The page, read as XML: what is not well-formed throws.</summary>
    /// <param name="report">The report.</param>
    public static XDocument Read(this Report report)
    {
        using var stream = new MemoryStream();
        report.WriteTo(stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    /// <summary>The text of the page.</summary>
    /// <param name="report">The report.</param>
    public static string Text(this Report report)
    {
        using var stream = new MemoryStream();
        report.WriteTo(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The elements of a class.</summary>
    /// <param name="page">The page, or a part of it.</param>
    /// <param name="cssClass">The class.</param>
    public static IEnumerable<XElement> OfClass(this XContainer page, string cssClass) =>
        page.Descendants().Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(cssClass));

    /// <summary>A section by its heading.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading.</param>
    public static XElement Section(this XDocument page, string heading) =>
        page.Descendants("section").Single(section => section.Element("h2")!.Value == heading);

    /// <summary>What a reader sees who points at the places of a section's chart, from left to right.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading of the section.</param>
    public static string[] Readings(this XDocument page, string heading) => [.. page.Section(heading).OfClass("reading").Select(element => element.Value)];
}
