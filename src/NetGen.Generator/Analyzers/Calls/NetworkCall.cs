using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>What the arguments of one call to a network say about each other.</summary>
internal static class NetworkCall
{
    /// <summary>Whether a member computes a mean over examples, so that there must be one.</summary>
    public static bool NeedsExamples(IMethodSymbol? method) => method is not null && SurfaceCalls.TakesLabels(method.Name);

    /// <summary>The number of whole examples that the argument x of a call holds; null when it is not known or the call has none.</summary>
    public static long? ExamplesOf(IInvocationOperation invocation, ShapeModel model, CancellationToken cancellation)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (model.TargetOf(argument.Parameter, cancellation) is not { Kind: TargetKind.Inputs, Network: { } network })
            {
                continue;
            }

            long? length = new ShapeEvaluator(model, cancellation).Evaluate(argument.Value).Length;
            return length is long values && values % network.InputSize == 0 ? values / network.InputSize : null;
        }

        return null;
    }

    /// <summary>What examples or labels must hold.</summary>
    public static string Must(ShapeTarget target, Shape actual) => (target.Required.ExampleSize, actual.Length) switch
    {
        (int size, null) => $"each example must hold {SizeText.Count(size, "value")}",
        _ => SizeText.Must(target.Name, target.Required),
    };
}
