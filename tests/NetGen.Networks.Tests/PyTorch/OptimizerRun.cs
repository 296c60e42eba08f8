namespace NetGen.Networks.Tests.PyTorch;

/// <summary>An optimizer here, and the same one of PyTorch.</summary>
/// <param name="Name">What messages and files call it.</param>
/// <param name="Optimizer">The class of torch.optim.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Train">Trains a network here: the steps of the optimizer, given one step's examples and labels.</param>
internal sealed record OptimizerRun(string Name, string Optimizer, Dictionary<string, object> Arguments, Action<OptimizerNet, double[], double[], int> Train)
{
    /// <summary>The weight_decay.</summary>
    public double Decay { get; init; }

    /// <summary>Whether biases have it.</summary>
    public bool OfAll { get; init; }

    /// <summary>The bound of each element of the gradient; null: none.</summary>
    public double? Clip { get; init; }

    /// <summary>The bound of the norm of the whole gradient; null: none.</summary>
    public double? ClipNorm { get; init; }
}
