using static NetGen.MessageText;

namespace NetGen.Reports;

/// <summary>An optimizer in one line.</summary>
internal static class OptimizerText
{
    /// <summary>As in "Adam, rate 0.001, beta1 0.9, beta2 0.999, epsilon 1E-08".</summary>
    /// <param name="optimizer">The optimizer.</param>
    public static string Of<T>(IOptimizer<T> optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string settings = optimizer switch
        {
            Adam<T> adam => Text($", beta1 {adam.Beta1}, beta2 {adam.Beta2}, epsilon {adam.Epsilon}"),
            Lion<T> lion => Text($", beta1 {lion.Beta1}, beta2 {lion.Beta2}"),
            Momentum<T> momentum => Text($", beta {momentum.Beta}"),
            Nesterov<T> nesterov => Text($", beta {nesterov.Beta}"),
            RmsProp<T> rmsProp => Text($", alpha {rmsProp.Alpha}, epsilon {rmsProp.Epsilon}"),
            AdaGrad<T> adaGrad => Text($", epsilon {adaGrad.Epsilon}"),
            _ => "",
        };
        return Text($"{optimizer.GetType().Name.Split('`')[0]}, rate {optimizer.LearningRate}") + settings;
    }
}
