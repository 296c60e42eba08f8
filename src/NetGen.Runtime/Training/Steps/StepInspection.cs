using System.Collections.Immutable;
using System.Numerics;
using NetGen.Numerics;
using static NetGen.MessageText;

namespace NetGen;

/// <summary>Looks at a step for the first thing that is not finite: its cost, its gradient from the output back, the parameters after its update.</summary>
/// <param name="network">The network.</param>
internal sealed class StepInspection<T>(NetworkDescription network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ImmutableArray<ParameterDescription> parameters = network.Parameters;

    /// <summary>What was found, in words; null: nothing yet.</summary>
    public string? Finding { get; private set; }

    /// <summary>The parameter that it was found at; null: none, or nothing yet.</summary>
    public ParameterDescription? Parameter { get; private set; }

    /// <summary>Looks at a batch before its update.</summary>
    public void Look(double cost, ReadOnlySpan<T> gradients)
    {
        if (!double.IsFinite(cost))
        {
            Finding ??= Text($"the cost is {cost}");
        }

        // A gradient flows from the output back, so the last layer's is the first that may fail.
        for (int i = parameters.Length - 1; i >= 0 && Parameter is null; i--)
        {
            ParameterDescription parameter = parameters[i];
            int index = FiniteScan.IndexOfNonFinite(gradients.Slice(parameter.Offset, parameter.Count));
            if (index >= 0)
            {
                Parameter = parameter;
                string gradient = Text($"the gradient of {parameter.NameOf(index)} is {gradients[parameter.Offset + index]}");
                Finding = Finding is null ? gradient : $"{Finding} and {gradient}";
            }
        }
    }

    /// <summary>Looks at the parameters after the update.</summary>
    public void LookAfterUpdate(ReadOnlySpan<T> values)
    {
        if (Finding is null && FiniteScan.IndexOfNonFinite(values) is >= 0 and int index)
        {
            (Parameter, int within) = ParameterLayout.Find(network, index);
            Finding = Text($"{Parameter.NameOf(within)} is {values[index]}");
        }
    }
}
