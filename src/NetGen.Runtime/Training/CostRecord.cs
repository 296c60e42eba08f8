namespace NetGen;

/// <summary>The costs of one epoch.</summary>
/// <param name="Epoch">The epoch, from 0.</param>
/// <param name="Cost">The cost of the training set as this epoch met it: of each batch before its update.</param>
/// <param name="ValidationCost">The cost of the validation set after this epoch; null without one.</param>
public readonly record struct CostRecord(int Epoch, double Cost, double? ValidationCost);
