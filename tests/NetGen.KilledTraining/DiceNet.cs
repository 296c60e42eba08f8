namespace NetGen.KilledTraining;

/// <summary>A network whose steps depend on all that a checkpoint must hold: masks of dropout, running statistics, rows of an embedding.</summary>
[Network(Loss = Loss.CrossEntropy)]
internal sealed partial class DiceNet
{
    private static Node Define([Shape(6)] Node numbers, [Categories(5)] Node place)
    {
        Node row = Node.Concat(numbers, place.Embed(3));
        Node hidden = row.Dense(24).BatchNorm().Relu().Dropout(0.3).Dense(12).Tanh();
        return hidden.Dense(3).Softmax();
    }
}
