using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace NetGen.Networks.Tests.Cases;

/// <summary>Random networks and batches, and how to make a failing one smaller.</summary>
internal static class Architectures
{
    /// <summary>What the naive reference computes in well under a second.</summary>
    private const long MostMultiplications = 20_000_000;

    // Exponentials of exponentials are beyond any range soon: what they are in a hidden layer, tests of their own see.
    private static readonly Activation[] HiddenActivations =
        [.. Enum.GetValues<Activation>().Where(activation => activation is not (Activation.Softmax or Activation.Exponential))];

    /// <summary>Every output activation with every loss that goes with it.</summary>
    public static ImmutableArray<(Activation Output, Loss Loss)> Outputs { get; } =
        [.. from output in Enum.GetValues<Activation>() from loss in Enum.GetValues<Loss>() where GoTogether(output, loss) select (output, loss)];

    /// <summary>Every output and loss, with the hidden activations spread over them: each occurs.</summary>
    public static ImmutableArray<(Activation Hidden, Activation Output, Loss Loss)> Combinations { get; } =
        [.. Outputs.Select((pair, i) => (HiddenActivations[i % HiddenActivations.Length], pair.Output, pair.Loss))];

    /// <summary>Networks of 1 to 6 layers of 1 to 70 units, now and then with 784 or 12288 inputs or a layer of 784, on batches of 1 to 200.</summary>
    public static Arbitrary<NetworkCase> Any(ElementType element) => From(element, HiddenActivations, Outputs, sizes: 70, examples: 200, large: true);

    /// <summary>The same with derivatives that do not jump, where many steps stay comparable, and small enough for many of them.</summary>
    public static Arbitrary<NetworkCase> Smooth(ElementType element)
    {
        Activation[] smooth = [.. HiddenActivations.Except([Activation.Relu, Activation.LeakyRelu])];
        return From(
            element,
            smooth,
            [.. Outputs.Where(pair => pair.Output is not (Activation.Relu or Activation.LeakyRelu or Activation.Exponential)
                && pair.Loss is not (Loss.AbsoluteError or Loss.Quantile or Loss.Hinge))],
            sizes: 30, examples: 60, large: false);
    }

    /// <summary>Small networks and batches: what software vectors and differences in every parameter have time for.</summary>
    public static Arbitrary<NetworkCase> Small(ElementType element) => From(element, HiddenActivations, Outputs, sizes: 20, examples: 20, large: false);

    private static Arbitrary<NetworkCase> From(
        ElementType element, Activation[] hidden, ImmutableArray<(Activation Output, Loss Loss)> outputs, int sizes, int examples, bool large)
    {
        Gen<int> ordinary = Gen.Frequency((4, Gen.Choose(1, sizes)), (1, Gen.Choose(1, Math.Min(sizes, 9))));
        Gen<int> inputs = large ? Gen.Frequency((16, ordinary), (2, Gen.Constant(784)), (1, Gen.Constant(12288))) : ordinary;
        Gen<int> units = large ? Gen.Frequency((30, ordinary), (1, Gen.Constant(784))) : ordinary;
        Gen<NetworkCase> cases =
            from layerCount in Gen.Frequency((3, Gen.Choose(1, 3)), (1, Gen.Choose(4, 6)))
            from input in inputs
            from layers in units.ArrayOf(layerCount)
            from activations in Gen.Elements(hidden).ArrayOf(layerCount)
            from pair in Gen.Elements(outputs.AsEnumerable())
            from slope in Gen.Elements(0.01, 0.25, 0.0)
            from batch in Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Choose(1, 40)), (3, Gen.Choose(1, examples)))
            from seed in Gen.Choose(0, int.MaxValue)
            let declaration = new Declaration([input, .. layers])
            {
                Element = element,
                Layers = activations.Take(layerCount - 1).Select((activation, i) => KeyValuePair.Create(i + 1, activation)).ToImmutableSortedDictionary(),
                Output = pair.Output,
                Loss = pair.Loss,
                Slope = slope,
            }
            select Fitted(new NetworkCase(declaration, Math.Min(batch, examples), seed));
        return Arb.From(cases, Smaller);
    }

    /// <summary>Softmax needs two units, and the naive reference needs patience: both are seen to here rather than by drawing again.</summary>
    private static NetworkCase Fitted(NetworkCase drawn)
    {
        Declaration network = drawn.Network;
        if (network.Output == Activation.Softmax && network.Sizes[^1] == 1)
        {
            drawn = drawn with { Network = network with { Sizes = network.Sizes.SetItem(network.LayerCount, 2) } };
        }

        return drawn with { Examples = (int)Math.Clamp(MostMultiplications / Math.Max(1, drawn.Multiplications / drawn.Examples), 1, drawn.Examples) };
    }

    private static IEnumerable<NetworkCase> Smaller(NetworkCase failing)
    {
        Declaration network = failing.Network;
        foreach (int examples in Below(failing.Examples))
        {
            yield return failing with { Examples = examples };
        }

        for (int layer = 1; layer < network.LayerCount; layer++)
        {
            yield return failing with { Network = WithoutLayer(network, layer) };
        }

        int fewestOutputs = network.Output == Activation.Softmax ? 2 : 1;
        for (int i = 0; i < network.Sizes.Length; i++)
        {
            foreach (int size in Below(network.Sizes[i]).Where(size => i < network.LayerCount || size >= fewestOutputs))
            {
                yield return failing with { Network = network with { Sizes = network.Sizes.SetItem(i, size) } };
            }
        }

        foreach ((int layer, Activation activation) in network.Layers)
        {
            if (activation != Activation.Linear)
            {
                yield return failing with { Network = network with { Layers = network.Layers.SetItem(layer, Activation.Linear) } };
            }
        }
    }

    private static Declaration WithoutLayer(Declaration network, int layer) => network with
    {
        Sizes = network.Sizes.RemoveAt(layer),
        Layers = network.Layers.Remove(layer)
            .Select(pair => KeyValuePair.Create(pair.Key > layer ? pair.Key - 1 : pair.Key, pair.Value))
            .ToImmutableSortedDictionary(),
    };

    private static IEnumerable<int> Below(int size) => new[] { 1, size / 2, size - 1 }.Where(smaller => smaller >= 1 && smaller < size).Distinct();

    private static bool GoTogether(Activation output, Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => output == Activation.Sigmoid,
        Loss.CrossEntropy => output == Activation.Softmax,
        Loss.Hinge => output == Activation.Linear,
        Loss.Poisson => output == Activation.Exponential,
        Loss.Focal => output is Activation.Sigmoid or Activation.Softmax,
        _ => output != Activation.Softmax,
    };
}
