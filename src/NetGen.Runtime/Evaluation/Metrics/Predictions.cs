namespace NetGen;

/// <summary>The labels and the outputs of a classifier on a set, whatever its element type, for what is computed when it is first asked for.</summary>
internal abstract class Predictions(EvaluationKind kind, int count, int outputs)
{
    /// <summary>What the outputs say.</summary>
    public EvaluationKind Kind => kind;

    /// <summary>The number of examples.</summary>
    public int Count => count;

    /// <summary>The outputs of an example, n[L].</summary>
    public int Outputs => outputs;

    /// <summary>The number of classes of which each example has one; 0 where there are several labels.</summary>
    public int Classes => kind == EvaluationKind.SeveralLabels ? 0 : Math.Max(outputs, 2);

    /// <summary>Whether outputs are probabilities; those of a hinge loss are margins.</summary>
    public bool AreProbabilities { get; init; } = true;

    /// <summary>The precision of the outputs.</summary>
    public abstract Precision Precision { get; }

    /// <summary>The class of an example that is of one.</summary>
    public abstract int ClassOf(int example);

    /// <summary>Copies the labels and the outputs of an example.</summary>
    /// <param name="example">Which one.</param>
    /// <param name="y">Receives its labels (n[L]).</param>
    /// <param name="yhat">Receives its outputs (n[L]).</param>
    public abstract void Copy(int example, Span<double> y, Span<double> yhat);

    /// <summary>The examples by one output.</summary>
    /// <param name="output">Which one: of a single output, that of class 1.</param>
    public abstract Ranking RankedBy(int output);

    /// <summary>Whether each output of an example is a number.</summary>
    /// <param name="yhat">Its outputs.</param>
    public static bool IsDecided(ReadOnlySpan<double> yhat)
    {
        foreach (double output in yhat)
        {
            if (double.IsNaN(output))
            {
                return false;
            }
        }

        return true;
    }
}
