using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>How a value reaches its target.</summary>
internal enum FlowKind
{
    /// <summary>As an argument.</summary>
    Passed,

    /// <summary>By an assignment or an initializer.</summary>
    Assigned,

    /// <summary>As what a method returns.</summary>
    Returned,
}

/// <summary>A value on its way to something that says which shape it must have.</summary>
/// <param name="Kind">How it gets there.</param>
/// <param name="Target">What it reaches.</param>
/// <param name="Value">The value.</param>
/// <param name="Operation">The call, the assignment, the initializer or the return statement that hands it over.</param>
/// <param name="Model">What is known of the compilation.</param>
internal readonly record struct ShapeFlow(FlowKind Kind, ShapeTarget Target, IOperation Value, IOperation Operation, ShapeModel Model)
{
    /// <summary>Where the value stands in the source. The values of a params list stand side by side.</summary>
    public static Location LocationOf(IOperation value)
    {
        if (value is IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: [var first, ..] elements }
            && value.Syntax == value.Parent?.Parent?.Syntax)
        {
            SyntaxNode last = elements[elements.Length - 1].Syntax;
            return Location.Create(first.Syntax.SyntaxTree, TextSpan.FromBounds(first.Syntax.SpanStart, last.Span.End));
        }

        return value.Syntax.GetLocation();
    }

    /// <summary>The values that an operation hands over to something marked.</summary>
    /// <param name="operation">Any operation.</param>
    /// <param name="owner">The member whose body or initializer it stands in.</param>
    /// <param name="model">What is known of the compilation.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IEnumerable<ShapeFlow> Of(IOperation operation, ISymbol owner, ShapeModel model, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation { Arguments.IsEmpty: true } => [],
        IInvocationOperation invocation when EmittedViews.IsView(invocation.TargetMethod.ContainingType) => OfCopy(invocation, model, cancellation),
        IInvocationOperation invocation => OfArguments(invocation, invocation.TargetMethod, invocation.Arguments, model, cancellation),
        IObjectCreationOperation { Arguments.IsEmpty: false } creation => OfArguments(creation, creation.Constructor, creation.Arguments, model, cancellation),
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => OfArguments(indexer, indexer.Property, indexer.Arguments, model, cancellation),
        ISimpleAssignmentOperation assignment => OfTarget(assignment, Referenced(assignment.Target), assignment.Value, FlowKind.Assigned, model, cancellation),
        ICoalesceAssignmentOperation assignment =>
            OfTarget(assignment, Referenced(assignment.Target), assignment.Value, FlowKind.Assigned, model, cancellation),
        IFieldInitializerOperation { InitializedFields: [var field, ..] } initializer =>
            OfTarget(initializer, field, initializer.Value, FlowKind.Assigned, model, cancellation),
        IPropertyInitializerOperation { InitializedProperties: [var property, ..] } initializer =>
            OfTarget(initializer, property, initializer.Value, FlowKind.Assigned, model, cancellation),
        IReturnOperation { ReturnedValue: { } value } returned => OfTarget(returned, Returning(returned, owner), value, FlowKind.Returned, model, cancellation),
        _ => [],
    };

    private static IEnumerable<ShapeFlow> OfArguments(
        IOperation call, ISymbol? called, ImmutableArray<IArgumentOperation> arguments, ShapeModel model, CancellationToken cancellation)
    {
        if (!model.MayBeMarked(called?.ContainingAssembly))
        {
            yield break;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { RefKind: not RefKind.Out } parameter)
            {
                continue;
            }

            if (model.TargetOf(parameter, cancellation) is { } target)
            {
                yield return new ShapeFlow(FlowKind.Passed, target, argument.Value, call, model);
            }
        }
    }

    /// <summary>What is copied into a view must have the shape of the view.</summary>
    private static IEnumerable<ShapeFlow> OfCopy(IInvocationOperation invocation, ShapeModel model, CancellationToken cancellation)
    {
        if (invocation.TargetMethod.Name != RuntimeNames.CopyFrom || invocation.Arguments is not [{ Value: { } source }])
        {
            return [];
        }

        Shape view = new ShapeEvaluator(model, cancellation).Evaluate(invocation.Instance);
        if (view.IsUnknown)
        {
            return [];
        }

        if (view.Origin is not { Parameter: { } parameter } origin)
        {
            return [new ShapeFlow(FlowKind.Passed, new ShapeTarget(TargetKind.MarkedShape, view, invocation.TargetMethod.Name), source, invocation, model)];
        }

        var target = new ShapeTarget(TargetKind.Parameter, view, invocation.TargetMethod.Name, origin.Network, parameter);
        return [new ShapeFlow(FlowKind.Passed, target, source, invocation, model)];
    }

    private static IEnumerable<ShapeFlow> OfTarget(
        IOperation operation, ISymbol? symbol, IOperation value, FlowKind kind, ShapeModel model, CancellationToken cancellation) =>
        model.TargetOf(symbol, cancellation) is { } target ? [new ShapeFlow(kind, target, value, operation, model)] : [];

    private static ISymbol? Referenced(IOperation target) => target switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>What a return statement returns from: the nearest function, or for a getter the property.</summary>
    private static ISymbol? Returning(IReturnOperation returned, ISymbol containing)
    {
        for (IOperation? around = returned.Parent; around is not null; around = around.Parent)
        {
            if (around is ILocalFunctionOperation local)
            {
                return local.Symbol;
            }

            if (around is IAnonymousFunctionOperation lambda)
            {
                return lambda.Symbol;
            }
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? property : containing as IMethodSymbol;
    }
}
