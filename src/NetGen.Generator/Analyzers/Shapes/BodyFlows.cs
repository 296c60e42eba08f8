using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// The flows within the bodies of a compilation. Nearly all bodies have none, and every analyzer asks for every body: so each is walked once, for all of them.
/// </summary>
internal sealed class BodyFlows(ShapeModel model)
{
    private static readonly ShapeFlow[] None = [];

    private readonly ConditionalWeakTable<IOperation, ShapeFlow[]> flows = new();

    /// <summary>The values that a body or an initializer hands over to something marked, in their order.</summary>
    /// <param name="body">The operation at its root.</param>
    /// <param name="owner">The member that it belongs to.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ShapeFlow[] Within(IOperation body, ISymbol owner, CancellationToken cancellation)
    {
        if (flows.TryGetValue(body, out ShapeFlow[]? known))
        {
            return known;
        }

        List<ShapeFlow>? found = null;
        Walk(body, owner, ref found, cancellation);
        return flows.GetValue(body, _ => found?.ToArray() ?? None);
    }

    private void Walk(IOperation operation, ISymbol owner, ref List<ShapeFlow>? found, CancellationToken cancellation)
    {
        if (MayHandOver(operation))
        {
            found = Add(found, ShapeFlow.Of(operation, owner, model, cancellation));
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            Walk(child, owner, ref found, cancellation);
        }
    }

    /// <summary>
    /// Whether an operation is of a kind that hands over a value, to something that can be marked: most calls are of assemblies that know nothing of networks.
    /// </summary>
    private bool MayHandOver(IOperation operation) => operation switch
    {
        IInvocationOperation call => !call.Arguments.IsEmpty && model.MayBeMarked(call.TargetMethod.ContainingAssembly),
        IObjectCreationOperation creation => !creation.Arguments.IsEmpty && model.MayBeMarked(creation.Constructor?.ContainingAssembly),
        IPropertyReferenceOperation property => !property.Arguments.IsEmpty,
        _ => operation.Kind is OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment
            or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.Return,
    };

    private static List<ShapeFlow>? Add(List<ShapeFlow>? found, IEnumerable<ShapeFlow> more)
    {
        foreach (ShapeFlow flow in more)
        {
            (found ??= []).Add(flow);
        }

        return found;
    }
}
