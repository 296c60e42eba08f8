using System.Collections.Immutable;

namespace NetGen.Networks.Tests.Graphs.Cases;

/// <summary>What a random graph is made from.</summary>
/// <param name="Inputs">The inputs: which kind and size, at least one.</param>
/// <param name="Steps">The parts.</param>
/// <param name="End">How it ends: outputs, last activation and loss.</param>
/// <param name="Element">The element type.</param>
/// <param name="Examples">The number of examples.</param>
/// <param name="Seed">Draws the numbers.</param>
internal sealed record GraphRecipe(
    ImmutableArray<int> Inputs, ImmutableArray<GraphStep> Steps, int End, ElementType Element, int Examples, int Seed)
{
    private const int LongestConcat = 200;

    private static readonly int[] Sizes = [1, 3, 7, 16, 17, 33, 65, 100];

    private static readonly Activation[] Activations =
        [.. Enum.GetValues<Activation>().Where(static activation => activation is not (Activation.Linear or Activation.Softmax or Activation.Exponential))];

    /// <summary>The case.</summary>
    public GraphCase ToCase()
    {
        var draft = new GraphDraft();
        int[] inputs = [.. Inputs.Select(input => AddInput(draft, input))];
        List<int> nodes = [.. inputs.Zip(Inputs, (node, input) => OpenInput(draft, node, input))];
        foreach (GraphStep step in Steps)
        {
            nodes.Add(Add(draft, nodes, step));
        }

        Loss loss = Finish(draft);
        return new GraphCase("Random", draft.ToGraph(loss, Element), Examples, Seed).Fitted();
    }

    /// <summary>Recipes with less in them.</summary>
    public IEnumerable<GraphRecipe> Smaller()
    {
        for (int i = 0; i < Steps.Length; i++)
        {
            yield return this with { Steps = Steps.RemoveAt(i) };
        }

        for (int i = 0; i < Inputs.Length && Inputs.Length > 1; i++)
        {
            yield return this with { Inputs = Inputs.RemoveAt(i) };
        }

        for (int i = 0; i < Steps.Length; i++)
        {
            foreach (GraphStep step in Steps[i].Smaller())
            {
                yield return this with { Steps = Steps.SetItem(i, step) };
            }
        }

        foreach (int examples in new[] { 1, 2, Examples / 2 }.Where(examples => examples >= 1 && examples < Examples))
        {
            yield return this with { Examples = examples };
        }
    }

    private static int AddInput(GraphDraft draft, int input) => (input % 4) switch
    {
        2 => draft.Classes(Sizes[1 + input / 4 % 5]),
        3 => draft.Classes(Sizes[1 + input / 4 % 5], unknown: input / 4 % 3),
        _ => draft.Input(Sizes[input / 4 % Sizes.Length]),
    };

    /// <summary>What parts take of an input: class indices go through a table, numbers now and then through a standardization.</summary>
    private static int OpenInput(GraphDraft draft, int node, int input) => (draft.IsClass(node), input / 4 % 3) switch
    {
        (true, 0) => draft.OneHot(node),
        (true, 1) => draft.Embed(node, Sizes[input / 4 % Sizes.Length]),
        (true, _) => draft.Concat(draft.Embed(node, Sizes[input / 8 % 4]), draft.OneHot(node)),
        (_, 0) => draft.Standardize(node),
        _ => node,
    };

    private static int Add(GraphDraft draft, List<int> nodes, GraphStep step)
    {
        int first = nodes[step.First % nodes.Count], size = Sizes[step.Size % Sizes.Length];
        int[] alike = [.. nodes.Where(node => draft.LengthOf(node) == draft.LengthOf(first))];
        int second = nodes[step.Second % nodes.Count];
        return (step.Kind % 16) switch
        {
            0 or 1 => draft.Dense(first, size),
            2 => draft.Dense(first, size, bias: false),
            3 or 4 or 5 => draft.Activate(first, Activations[step.Size % Activations.Length]),
            6 or 7 => draft.Sum(first, alike[step.Second % alike.Length]),
            8 => draft.LengthOf(first) + draft.LengthOf(second) > LongestConcat ? draft.Dense(first, size) : draft.Concat(first, second),
            9 => draft.Dropout(first, rate: (step.Size % 3 + 1) * 0.2),
            10 => draft.BatchNorm(first, momentum: (step.Size % 4 + 1) * 0.25, epsilon: step.Size % 2 == 0 ? 1e-3 : 0.1),
            11 => draft.LayerNorm(first, epsilon: step.Size % 2 == 0 ? 1e-3 : 0.1),
            12 => draft.Freeze(first),
            13 => draft.Block(first, a => draft.Sum(a, draft.Activate(draft.Dense(a, draft.LengthOf(a)), Activations[step.Size % 3]))),
            14 => draft.Block(first, a => draft.Activate(draft.BatchNorm(draft.Dense(a, size, bias: false)), Activation.Relu)),
            _ => draft.Sum(draft.Dense(first, draft.LengthOf(second)), second),
        };
    }

    /// <summary>Takes what nothing takes, and ends as the recipe says.</summary>
    private Loss Finish(GraphDraft draft)
    {
        int[] untaken = [.. draft.Untaken];
        int last = untaken.Length == 1 ? untaken[0] : draft.Concat([.. untaken]);
        bool hasHead = End % 2 == 0 || draft.LengthOf(last) > LongestConcat || !draft.IsTrained || draft.Drops(last);
        if (hasHead)
        {
            last = draft.Dense(last, End / 2 % 3 + 1);
        }

        switch (End / 6 % 4)
        {
            case 0 when draft.LengthOf(last) > 1:
                draft.Activate(last, Activation.Softmax);
                return Loss.CrossEntropy;
            case 0 or 1:
                draft.Activate(last, Activation.Sigmoid);
                return Loss.BinaryCrossEntropy;
            case 2:
                return Loss.AbsoluteError;
            default:
                return Loss.SquaredError;
        }
    }
}
