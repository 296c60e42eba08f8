namespace NetGen.Generator.Analyzers;

/// <summary>The names of the runtime library's own types and members that analyzers know.</summary>
internal static class RuntimeNames
{
    /// <summary>Examples with their labels.</summary>
    public const string Dataset = "Dataset";

    /// <summary>Some examples of a data set.</summary>
    public const string Batch = "Batch";

    /// <summary>An array as a file holds it.</summary>
    public const string NdArray = "NdArray";

    /// <summary>The scale of inputs, of any kind.</summary>
    public const string FeatureScaling = "FeatureScaling";

    /// <summary>The scale of inputs by mean and deviation.</summary>
    public const string Standardization = "Standardization";

    /// <summary>The scale of inputs by least and greatest value.</summary>
    public const string MinMaxScaling = "MinMaxScaling";

    /// <summary>The view of a layer's weights.</summary>
    public const string WeightsView = "WeightsView";

    /// <summary>The view of a layer's biases.</summary>
    public const string VectorView = "VectorView";

    /// <summary>What optimizers implement.</summary>
    public const string Optimizer = "IOptimizer";

    /// <summary>How to train.</summary>
    public const string TrainingOptions = "TrainingOptions";

    /// <summary>The data set of the options.</summary>
    public const string Validation = "Validation";

    /// <summary>The factory of a data set from lists of whole examples.</summary>
    public const string FromRows = "FromRows";

    /// <summary>The factory of a data set from lists of inputs.</summary>
    public const string FromColumns = "FromColumns";

    /// <summary>The factory of a data set from tables.</summary>
    public const string FromArrays = "FromArrays";

    /// <summary>How factories of data sets call class indices.</summary>
    public const string Labels = "labels";

    /// <summary>Scales inputs.</summary>
    public const string Apply = "Apply";

    /// <summary>Scales inputs back.</summary>
    public const string Undo = "Undo";

    /// <summary>Copies values into a view.</summary>
    public const string CopyFrom = "CopyFrom";

    /// <summary>All values of a view.</summary>
    public const string AsSpan = "AsSpan";

    /// <summary>A copy of all values of a view.</summary>
    public const string ToArray = "ToArray";

    /// <summary>A row of a view of weights.</summary>
    public const string Row = "Row";
}
