using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Surface;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>
/// What is wrong with the calls of one compilation: a call is read once, for all rules. What is wrong with the call as a whole comes before what is wrong with
/// one argument.
/// </summary>
internal sealed class CallMistakes(ShapeModel model)
{
    /// <summary>What is wrong with an invocation or an object creation.</summary>
    public ImmutableArray<Mistake> Of(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation)
    {
        SimpleNameSyntax? name = node is InvocationExpressionSyntax invocation ? RefusedCall.NameOf(invocation) : null;
        if (name is null && node is not ObjectCreationExpressionSyntax)
        {
            return [];
        }

        return node switch
        {
            InvocationExpressionSyntax call => OfCall(call, name!, semantics, cancellation),
            ObjectCreationExpressionSyntax creation => One(FactoryMistakes.FindConstructor(creation, semantics, cancellation)),
            _ => [],
        };
    }

    private static ImmutableArray<Mistake> One(Mistake? mistake) => mistake is null ? [] : [mistake];

    private ImmutableArray<Mistake> OfCall(InvocationExpressionSyntax syntax, SimpleNameSyntax name, SemanticModel semantics, CancellationToken cancellation)
    {
        if (RefusedCall.Read(syntax, name, semantics, model, cancellation) is not { } call)
        {
            Mistake? untyped = FactoryMistakes.FindUntyped(syntax, name, semantics, cancellation);
            return One(untyped ?? OfAccepted(syntax, name.Identifier.ValueText, semantics, cancellation));
        }

        Mistake? whole = InstanceMistakes.Find(call, cancellation)
            ?? OrderMistakes.Find(call)
            ?? DatasetMistakes.Find(call, cancellation)
            ?? ExampleMistakes.Find(call)
            ?? FactoryMistakes.FindForm(call)
            ?? MissingMistakes.Find(call);
        if (whole is not null)
        {
            return [whole];
        }

        return [.. call.Nearest.Arguments.Where(static aligned => !aligned.Fits).Select(aligned => OfArgument(call, aligned)).OfType<Mistake>()];
    }

    private static Mistake? OfArgument(RefusedCall call, AlignedArgument aligned) => OptimizerMistakes.Find(call, aligned) ?? ValueMistakes.Find(call, aligned);

    /// <summary>The mistake of a call that is right in itself: it is awaited, or what it is given says more than its type.</summary>
    private Mistake? OfAccepted(InvocationExpressionSyntax syntax, string name, SemanticModel semantics, CancellationToken cancellation)
    {
        if (syntax.Parent is not AwaitExpressionSyntax awaiting)
        {
            return name == SurfaceNames.Fit ? ValidationMistakes.Find(syntax, semantics, cancellation) : null;
        }

        if (semantics.GetSymbolInfo(syntax, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (CallOwner.Of(method, model, cancellation) is not { Network: not null })
        {
            return null;
        }

        return new Mistake(MistakeRules.Awaited, awaiting.GetLocation(), name) { Repair = (awaiting.GetLocation(), syntax.ToString()) };
    }
}
