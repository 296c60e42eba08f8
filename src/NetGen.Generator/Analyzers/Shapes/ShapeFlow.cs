using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
internal readonly record struct ShapeFlow(FlowKind Kind, ShapeTarget Target, IOperation Value, ShapeModel Model)
{
    /// <summary>Where the value stands in the source. The values of a params list stand side by side.</summary>
    public static Location LocationOf(IOperation value)
    {
        if (value is IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: [var first, ..] elements } && value.Syntax == value.Parent?.Parent?.Syntax)
        {
            SyntaxNode last = elements[elements.Length - 1].Syntax;
            return Location.Create(first.Syntax.SyntaxTree, TextSpan.FromBounds(first.Syntax.SpanStart, last.Span.End));
        }

        return value.Syntax.GetLocation();
    }

    /// <summary>The values that an operation hands over to something marked.</summary>
    public static IEnumerable<ShapeFlow> Of(OperationAnalysisContext context, ShapeModel model)
    {
        switch (context.Operation)
        {
            case IInvocationOperation invocation when EmittedViews.IsView(invocation.TargetMethod.ContainingType):
                return OfCopy(context, model, invocation);
            case IInvocationOperation invocation:
                return model.MayBeMarked(invocation.TargetMethod.ContainingAssembly) ? OfArguments(context, model, invocation.Arguments) : [];
            case IObjectCreationOperation creation:
                return model.MayBeMarked(creation.Constructor?.ContainingAssembly) ? OfArguments(context, model, creation.Arguments) : [];
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer:
                return model.MayBeMarked(indexer.Property.ContainingAssembly) ? OfArguments(context, model, indexer.Arguments) : [];
            case ISimpleAssignmentOperation assignment:
                return OfTarget(context, model, Referenced(assignment.Target), assignment.Value, FlowKind.Assigned);
            case ICoalesceAssignmentOperation assignment:
                return OfTarget(context, model, Referenced(assignment.Target), assignment.Value, FlowKind.Assigned);
            case IFieldInitializerOperation { InitializedFields: [var field, ..] } initializer:
                return OfTarget(context, model, field, initializer.Value, FlowKind.Assigned);
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] } initializer:
                return OfTarget(context, model, property, initializer.Value, FlowKind.Assigned);
            case IReturnOperation { ReturnedValue: { } value } returned:
                return OfTarget(context, model, Returning(returned, context.ContainingSymbol), value, FlowKind.Returned);
            default:
                return [];
        }
    }

    private static IEnumerable<ShapeFlow> OfArguments(OperationAnalysisContext context, ShapeModel model, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { RefKind: not RefKind.Out } parameter)
                continue;
            if (model.TargetOf(parameter, context.CancellationToken) is { } target)
                yield return new ShapeFlow(FlowKind.Passed, target, argument.Value, model);
        }
    }

    /// <summary>What is copied into a view must have the shape of the view.</summary>
    private static IEnumerable<ShapeFlow> OfCopy(OperationAnalysisContext context, ShapeModel model, IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name != "CopyFrom" || invocation.Arguments is not [{ Value: { } source }])
            yield break;
        Shape view = new ShapeEvaluator(model, context.CancellationToken).Evaluate(invocation.Instance);
        if (view.IsUnknown)
            yield break;
        if (view.Origin is { } origin)
        {
            TargetKind kind = origin.Role == OriginRole.Weights ? TargetKind.Weights : TargetKind.Bias;
            yield return new ShapeFlow(FlowKind.Passed, new ShapeTarget(kind, view, invocation.TargetMethod.Name, origin.Network, origin.Network.Layer(origin.Layer)), source, model);
        }
        else
        {
            yield return new ShapeFlow(FlowKind.Passed, new ShapeTarget(TargetKind.MarkedShape, view, invocation.TargetMethod.Name), source, model);
        }
    }

    private static IEnumerable<ShapeFlow> OfTarget(OperationAnalysisContext context, ShapeModel model, ISymbol? symbol, IOperation value, FlowKind kind)
    {
        if (model.TargetOf(symbol, context.CancellationToken) is { } target)
            yield return new ShapeFlow(kind, target, value, model);
    }

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
                return local.Symbol;
            if (around is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? property : containing as IMethodSymbol;
    }
}
