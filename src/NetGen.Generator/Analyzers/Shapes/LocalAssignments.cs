using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// The locals of one body that are assigned exactly once, and what they are assigned. A local that is assigned twice, passed by reference, aliased, or set by a
/// pattern or a loop has no such value.
/// </summary>
internal sealed class LocalAssignments
{
    private static readonly ConditionalWeakTable<IOperation, LocalAssignments> Bodies = new();

    // Null: the local has been seen to take a value that cannot be told.
    private readonly Dictionary<ILocalSymbol, IOperation?> values = new(SymbolEqualityComparer.Default);

    private LocalAssignments(IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            Visit(operation);
        }
    }

    /// <summary>The only value that the local can have where it is read; null when that is not known.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
    {
        if (reference.IsDeclaration)
        {
            return null;
        }

        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return Bodies.GetValue(root, static root => new LocalAssignments(root)).values.TryGetValue(reference.Local, out IOperation? value) ? value : null;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Parent: not IVariableDeclarationOperation } declarator:
                values[declarator.Symbol] = null;
                break;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Assign(declarator.Symbol, initializer.Value);
                if (declarator.Symbol.RefKind != RefKind.None)
                {
                    values[declarator.Symbol] = null;
                    Forget(initializer.Value);
                }

                break;
            case ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation target } assignment:
                Assign(target.Local, assignment.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Forget(assignment.Target);
                Forget(assignment.Value);
                break;
            case IDeconstructionAssignmentOperation assignment:
                Forget(assignment.Target);
                break;
            case IAssignmentOperation and not ISimpleAssignmentOperation:
                Forget(((IAssignmentOperation)operation).Target);
                break;
            case IIncrementOrDecrementOperation increment:
                Forget(increment.Target);
                break;
            case IArgumentOperation argument when argument.Parameter is not { RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter }:
                Forget(argument.Value);
                break;
            case IAddressOfOperation address:
                Forget(address.Reference);
                break;
        }
    }

    private void Assign(ILocalSymbol local, IOperation value) => values[local] = values.ContainsKey(local) ? null : value;

    private void Forget(IOperation target)
    {
        foreach (IOperation operation in target.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation reference)
            {
                values[reference.Local] = null;
            }
        }
    }
}
