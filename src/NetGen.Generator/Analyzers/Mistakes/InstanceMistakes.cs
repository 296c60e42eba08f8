using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A method of a network called on the class: <c>Net.Predict(x)</c>.</summary>
internal static class InstanceMistakes
{
    /// <summary>The mistake in a call, if it is this one.</summary>
    public static Mistake? Find(RefusedCall call, CancellationToken cancellation)
    {
        if (call.Owner.Network is not { } network || call.Syntax.Expression is not MemberAccessExpressionSyntax { Expression: { } receiver })
        {
            return null;
        }

        ISymbol? called = call.Semantics.GetSymbolInfo(receiver, cancellation).Symbol;
        if (!SymbolEqualityComparer.Default.Equals(called, network.Type) || call.Methods.Any(static method => method.IsStatic))
        {
            return null;
        }

        string variable = char.ToLowerInvariant(network.Name[0]) + network.Name.Substring(1);
        if (variable == network.Name)
        {
            variable = "network";
        }

        string creation = $"var {variable} = new {network.Name}()";
        return new Mistake(MistakeRules.Instance, receiver.GetLocation(), call.Name, network.Name, creation, $"{variable}.{call.Name}(...)");
    }
}
