namespace NetGen.Generator.Surface;

/// <summary>The names of emitted members: the tables declare them, the analyzers know calls by them.</summary>
internal static class SurfaceNames
{
    /// <summary>What the emitted members that are not for users start with.</summary>
    public const string InternalPrefix = "__";

    /// <summary>The number of inputs of an example.</summary>
    public const string InputSize = "InputSize";

    /// <summary>The number of outputs of an example.</summary>
    public const string OutputSize = "OutputSize";

    /// <summary>The number of layers.</summary>
    public const string LayerCount = "LayerCount";

    /// <summary>The number of values of all parameters.</summary>
    public const string ParameterCount = "ParameterCount";

    /// <summary>The units of a layer, followed by its number.</summary>
    public const string Units = "Units";

    /// <summary>What the network declares.</summary>
    public const string Description = "Description";

    /// <summary>Whether there are parameters.</summary>
    public const string IsInitialized = "IsInitialized";

    /// <summary>All parameters.</summary>
    public const string Parameters = "Parameters";

    /// <summary>Replaces all parameters.</summary>
    public const string SetParameters = "SetParameters";

    /// <summary>The view of a layer's weights, followed by its number.</summary>
    public const string Weights = "W";

    /// <summary>The view of a layer's biases, followed by its number.</summary>
    public const string Biases = "b";

    /// <summary>Draws the parameters.</summary>
    public const string Initialize = "Initialize";

    /// <summary>Computes outputs.</summary>
    public const string Predict = "Predict";

    /// <summary>Computes the class of one example.</summary>
    public const string PredictClass = "PredictClass";

    /// <summary>Takes a snapshot.</summary>
    public const string CreatePredictor = "CreatePredictor";

    /// <summary>The class of snapshots.</summary>
    public const string Predictor = "Predictor";

    /// <summary>Computes what every layer gives.</summary>
    public const string Forward = "Forward";

    /// <summary>Computes the cost.</summary>
    public const string Cost = "Cost";

    /// <summary>Computes the gradient of the cost.</summary>
    public const string ComputeGradients = "ComputeGradients";

    /// <summary>The gradients of a step, with the cost.</summary>
    public const string ComputeStepGradients = "ComputeStepGradients";

    /// <summary>Updates the parameters with gradients.</summary>
    public const string ApplyGradients = "ApplyGradients";

    /// <summary>Updates the parameters once.</summary>
    public const string TrainStep = "TrainStep";

    /// <summary>Updates the parameters once and says what the cost was.</summary>
    public const string TrainStepWithCost = "TrainStepWithCost";

    /// <summary>Trains on a data set.</summary>
    public const string Fit = "Fit";

    /// <summary>Measures what inputs are standardized with.</summary>
    public const string FitStatistics = "FitStatistics";

    /// <summary>Measures the outputs on a data set.</summary>
    public const string Evaluate = "Evaluate";

    /// <summary>Compares gradients with differences of the cost.</summary>
    public const string CheckGradients = "CheckGradients";

    /// <summary>Writes the parameters to a file.</summary>
    public const string Save = "Save";

    /// <summary>Reads the parameters from a file.</summary>
    public const string Load = "Load";

    /// <summary>Takes the members that are marked as parameters.</summary>
    public const string LoadDeclaredParameters = "LoadDeclaredParameters";
}
