using static NetGen.MessageText;

namespace NetGen;

/// <summary>The costs of one epoch.</summary>
/// <param name="Epoch">The number of the epoch, from <see cref="TrainingOptions.FirstEpoch"/>.</param>
/// <param name="Cost">The cost of the training set as this epoch met it: of each batch before its update.</param>
/// <param name="ValidationCost">The cost of the validation set after this epoch; null without one.</param>
public readonly record struct CostRecord(int Epoch, double Cost, double? ValidationCost)
{
    /// <summary>As in "epoch 12: cost 0.1234, validation cost 0.2345".</summary>
    public override string ToString() =>
        Text($"epoch {Epoch}: cost {Cost:G4}") + (ValidationCost is { } cost ? Text($", validation cost {cost:G4}") : "");
}
