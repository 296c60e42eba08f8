using static NetGen.MessageText;

namespace NetGen.Reports;

/// <summary>
/// A page about one training, which is filled from what <c>Fit</c> returned: what ended it, cost and metrics, the evaluation with its confusion matrix,
/// learning rate, time, network and hyperparameters. What is added by the methods of <see cref="Report"/> stands after the evaluation.
/// </summary>
public sealed class TrainingReport : Report
{
    private readonly NetworkDescription network;
    private readonly TrainingResult result;
    private string? optimizer;

    /// <summary>A report about a training.</summary>
    /// <param name="title">The heading; any text.</param>
    /// <param name="network">The network, as in <c>Net.Description</c>.</param>
    /// <param name="result">What <c>Fit</c> returned.</param>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public TrainingReport(string title, NetworkDescription network, TrainingResult result)
        : base(title)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(result);
        this.network = network;
        this.result = result;
    }

    /// <summary>How was trained. Default: null, the page does not say.</summary>
    public TrainingOptions? Options { get; init; }

    /// <summary>
    /// How well the network does on a set that it was not trained on. Its curves are computed when the page is written, as long as the network is what it was.
    /// Default: null, the page does not say.
    /// </summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>The names of the classes, or of several labels, of <see cref="Evaluation"/>. Default: null, their numbers.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Whether equal distances on the axis of costs are equal ratios. Default: false.</summary>
    public bool IsLogarithmic { get; init; }

    /// <inheritdoc/>
    private protected override string DefaultLead => Text(
        $"{network.Name}: {Counted(network.InputSize, "input")}, {Counted(network.OutputSize, "output")}, {network.ParameterCount:N0} parameters.");

    /// <inheritdoc/>
    private protected override IEnumerable<(string Name, string Value)> OwnFacts =>
        [.. EvaluationSections.Facts(Evaluation), .. HistorySections.Facts(result)];

    /// <inheritdoc/>
    private protected override IEnumerable<string> SectionsBefore =>
    [
        EndingSection.Of(result),
        .. HistorySections.Costs(result, IsLogarithmic),
        .. HistorySections.Metrics(result.History),
        .. EvaluationSections.Of(Evaluation, ClassNames),
    ];

    /// <inheritdoc/>
    private protected override IEnumerable<string> SectionsAfter =>
    [
        .. HistorySections.Rates(result.History),
        .. HistorySections.Times(result),
        Section.Panel("The network", "Its layers, what each gives, and its parameters.", $"<pre>{Markup.Escape(network.ToString())}</pre>"),
        .. Hyperparameters.Section(optimizer, Options),
    ];

    /// <summary>Shows which optimizer was used, with its settings; one of your own, with its name and rate.</summary>
    /// <param name="used">The optimizer.</param>
    public TrainingReport AddOptimizer<T>(IOptimizer<T> used)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(used);
        optimizer = OptimizerText.Of(used);
        return this;
    }
}
