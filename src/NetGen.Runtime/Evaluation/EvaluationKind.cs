namespace NetGen;

/// <summary>What a network predicts, which follows from its output activation and its loss.</summary>
public enum EvaluationKind
{
    /// <summary>
    /// Numbers: whatever is none of the others, so also sigmoid outputs with squared or absolute error, which are fitted to values and not to classes.
    /// </summary>
    Regression = 0,

    /// <summary>
    /// One sigmoid output with binary cross-entropy or focal loss: of class 1 where it is above 0.5, else of class 0. One output with hinge loss: of class 1
    /// where it is above 0.
    /// </summary>
    Binary = 1,

    /// <summary>Softmax outputs, or several with hinge loss: of the class whose output is largest, the first one of equals.</summary>
    OneOfMany = 2,

    /// <summary>
    /// Several sigmoid outputs with binary cross-entropy or focal loss: each is a label of its own, which holds where the output is above 0.5.
    /// </summary>
    SeveralLabels = 3,
}
