namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>
/// Each kind of part as the first of a network, in the middle, as the last with one unit and with several, and in front of softmax and sigmoid.
/// </summary>
internal static class ExplicitCases
{
    private static readonly int[] Sizes = [3, 7, 16, 17, 33, 65, 100];
    private static readonly int[] Batches = [1, 2, 3, 7, 16, 17, 33, 100, 300];

    /// <summary>Parts that take any node.</summary>
    private static readonly (string Name, Func<GraphDraft, int, int> Add)[] Kinds =
    [
        ("Dense", static (draft, a) => draft.Dense(a, draft.LengthOf(a))),
        ("Dense without bias", static (draft, a) => draft.Dense(a, draft.LengthOf(a), bias: false)),
        ("Relu", static (draft, a) => draft.Activate(a, Activation.Relu)),
        ("Gelu", static (draft, a) => draft.Activate(a, Activation.Gelu)),
        ("a + Dense(a)", static (draft, a) => draft.Sum(a, draft.Dense(a, draft.LengthOf(a)))),
        ("a + a", static (draft, a) => draft.Sum(a, a)),
        ("Concat(a, Dense(a), a)", static (draft, a) => draft.Concat(a, draft.Dense(a, 3), a)),
        ("Concat(a, a)", static (draft, a) => draft.Concat(a, a)),
        ("Dropout", static (draft, a) => draft.Dropout(a)),
        ("BatchNorm", static (draft, a) => draft.BatchNorm(a)),
        ("LayerNorm", static (draft, a) => draft.LayerNorm(a)),
        ("a + Frozen(a)", static (draft, a) => draft.Sum(a, draft.Freeze(a))),
        ("Concat(Frozen(a), Dense(a))", static (draft, a) => draft.Concat(draft.Freeze(a), draft.Dense(a, 3))),
        ("Dense(a) + Frozen(BatchNorm(Dense(a)))", static (draft, a) => draft.Sum(
            draft.Dense(a, 7), draft.Freeze(draft.BatchNorm(draft.Dense(a, 7))))),
        ("Frozen", static (draft, a) => draft.Freeze(a)),
    ];

    /// <summary>Further activations, which stand in one place each: what they do in the others does not depend on which they are.</summary>
    private static readonly Activation[] Activations =
        [Activation.LeakyRelu, Activation.Tanh, Activation.Sigmoid, Activation.GeluErf, Activation.Silu, Activation.Elu, Activation.Softplus];

    /// <summary>Parts that take inputs, in each place with a dense layer beside them.</summary>
    private static readonly (string Name, Func<GraphDraft, int> Input, Func<GraphDraft, int, int> Add)[] InputKinds =
    [
        ("Embed", static draft => draft.Classes(7), static (draft, a) => draft.Embed(a, 5)),
        ("Embed with unknown", static draft => draft.Classes(3, unknown: 2), static (draft, a) => draft.Embed(a, 17)),
        ("Embed of one value", static draft => draft.Classes(33, unknown: 0), static (draft, a) => draft.Embed(a, 1)),
        ("OneHot", static draft => draft.Classes(17), static (draft, a) => draft.OneHot(a)),
        ("OneHot with unknown", static draft => draft.Classes(5, unknown: 1), static (draft, a) => draft.OneHot(a)),
        ("Standardize", static draft => draft.Input(7), static (draft, a) => draft.Standardize(a)),
        ("Several inputs", static draft => draft.Input(16), static (draft, a) => a),
    ];

    /// <summary>
    /// All of them, in single and in double precision by turns: the element changes the literals and the vectors of the emitted code, and random graphs are
    /// drawn in both.
    /// </summary>
    public static IEnumerable<GraphCase> All()
    {
        int number = 0;
        foreach ((string name, Func<GraphDraft, int, int> add) in Kinds)
        {
            foreach ((string place, Loss loss, Action<GraphDraft, Func<GraphDraft, int, int>, int> build) in Places(hasOneOutput: number / 4 % 2 == 0))
            {
                var draft = new GraphDraft();
                build(draft, add, Sizes[number % Sizes.Length]);
                if (!draft.Drops(draft.Count - 1) && draft.IsTrained)
                {
                    yield return Case($"{name} {place}", draft, loss);
                }
            }
        }

        foreach (Activation activation in Activations)
        {
            (string place, Loss loss, Action<GraphDraft, Func<GraphDraft, int, int>, int> build) = Places(number % 8 < 4).ElementAt(number % 4);
            var draft = new GraphDraft();
            build(draft, (parts, a) => parts.Activate(a, activation), Sizes[number % Sizes.Length]);
            yield return Case($"{activation} {place}", draft, loss);
        }

        foreach ((string name, Func<GraphDraft, int> input, Func<GraphDraft, int, int> add) in InputKinds)
        {
            foreach ((string place, Loss loss, Action<GraphDraft, int, int> finish) in InputPlaces())
            {
                var draft = new GraphDraft();
                int x = draft.Input(3), other = input(draft);
                finish(draft, x, add(draft, other));
                yield return Case($"{name} {place}", draft, loss);
            }
        }

        GraphCase Case(string name, GraphDraft draft, Loss loss)
        {
            ElementType element = number % 3 == 0 ? ElementType.Double : ElementType.Float;
            return new GraphCase(name, draft.ToGraph(loss, element), Batches[number % Batches.Length], ++number).Fitted();
        }
    }

    private static IEnumerable<(string Place, Loss Loss, Action<GraphDraft, Func<GraphDraft, int, int>, int> Build)> Places(bool hasOneOutput)
    {
        yield return ("first", Loss.SquaredError, static (draft, add, size) =>
            draft.Activate(draft.Dense(draft.Activate(draft.Dense(add(draft, draft.Input(size)), 5), Activation.Tanh), 3), Activation.Tanh));
        yield return ("in the middle", Loss.AbsoluteError, static (draft, add, size) =>
            draft.Dense(add(draft, draft.Activate(draft.Dense(draft.Input(3), size), Activation.Silu)), 2));
        if (hasOneOutput)
        {
            yield return ("last with one unit", Loss.SquaredError, static (draft, add, size) => add(draft, draft.Dense(draft.Input(size), 1)));
            yield return ("in front of softmax", Loss.CrossEntropy, static (draft, add, size) =>
                draft.Activate(add(draft, draft.Dense(draft.Input(7), size)), Activation.Softmax));
        }
        else
        {
            yield return ("last", Loss.SquaredError, static (draft, add, size) =>
                add(draft, draft.Activate(draft.Dense(draft.Input(7), size), Activation.Tanh)));
            yield return ("in front of sigmoid", Loss.BinaryCrossEntropy, static (draft, add, size) =>
                draft.Activate(add(draft, draft.Dense(draft.Input(size), 1)), Activation.Sigmoid));
        }
    }

    private static IEnumerable<(string Place, Loss Loss, Action<GraphDraft, int, int> Finish)> InputPlaces()
    {
        yield return ("first", Loss.BinaryCrossEntropy, static (draft, x, a) =>
            draft.Activate(draft.Dense(draft.Activate(draft.Dense(draft.Concat(x, a), 9), Activation.Relu), 1), Activation.Sigmoid));
        yield return ("alone", Loss.SquaredError, static (draft, x, a) => draft.Sum(draft.Dense(a, 4), draft.Dense(x, 4)));
        yield return ("last", Loss.SquaredError, static (draft, x, a) => draft.Concat(draft.Dense(x, 3), a));
        yield return ("in front of softmax", Loss.CrossEntropy, static (draft, x, a) =>
            draft.Activate(draft.Sum(draft.Dense(x, draft.LengthOf(a) + 3), draft.Concat(a, x)), Activation.Softmax));
    }
}
