using NetGen.Networks.Tests.Graphs.Cases;

namespace NetGen.NumericSuite;

/// <summary>The network <see cref="EveryKind"/> as the reference takes it.</summary>
internal static class EveryKindGraph
{
    /// <summary>The graph, in one element type.</summary>
    public static Graph Of(ElementType element)
    {
        var draft = new GraphDraft();
        int numbers = draft.Input(21), place = draft.Classes(7), kind = draft.Classes(5, unknown: 0);
        int row = draft.Concat(draft.Standardize(numbers), draft.Embed(place, 3), draft.OneHot(kind));
        int fixedRow = draft.Freeze(draft.Dense(numbers, 19));
        int normalized = draft.BatchNorm(draft.Dense(row, 19, bias: false), momentum: 0.25, epsilon: 1e-3);
        int a = draft.Dropout(draft.Activate(normalized, Activation.Relu), rate: 0.3);
        int b = draft.Activate(draft.Dense(draft.LayerNorm(draft.Sum(a, fixedRow), epsilon: 1e-3), 4), Activation.Gelu);
        draft.Activate(draft.Dense(b, 3), Activation.Softmax);
        return draft.ToGraph(Loss.CrossEntropy, element);
    }
}
