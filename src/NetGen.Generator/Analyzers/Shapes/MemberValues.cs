using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers.Shapes;

/// <summary>
/// The only value that a readonly field or a property without a setter can have: its initializer, the one assignment in the one constructor, or what the
/// property returns.
/// </summary>
internal sealed class MemberValues(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> values = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a readonly field declared in this compilation; null when it is not the only one that it can have.</summary>
    public IOperation? ValueOf(IFieldSymbol field, CancellationToken cancellation) =>
        values.TryGetValue(field, out IOperation? value) ? value : values.GetOrAdd(field, Find(field, cancellation));

    /// <summary>
    /// The value of a property that cannot be set or overridden, declared in this compilation; null when it is not the only one that it can have.
    /// </summary>
    public IOperation? ValueOf(IPropertySymbol property, CancellationToken cancellation) =>
        values.TryGetValue(property, out IOperation? value) ? value : values.GetOrAdd(property, Find(property, cancellation));

    private IOperation? Find(IFieldSymbol field, CancellationToken cancellation)
    {
        if (!field.IsReadOnly
            || field.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator)
        {
            return null;
        }

        return OnlyValue(field, declarator.Initializer, cancellation);
    }

    private IOperation? Find(IPropertySymbol property, CancellationToken cancellation)
    {
        if (property.SetMethod is not null || property.IsVirtual || property.IsAbstract || property.IsIndexer || (property.IsOverride && !property.IsSealed))
        {
            return null;
        }

        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not PropertyDeclarationSyntax declaration)
            {
                continue;
            }

            AccessorDeclarationSyntax? getter = declaration.AccessorList?.Accessors.FirstOrDefault(
                accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
            ExpressionSyntax? returned = declaration.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression ?? OnlyReturn(getter?.Body);
            if (returned is not null)
            {
                return Operation(returned, cancellation);
            }

            if (getter is { Body: null, ExpressionBody: null } && OnlyValue(property, declaration.Initializer, cancellation) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The code that may write a readonly member: constructors and init accessors.</summary>
    private static IEnumerable<SyntaxNode> Initializing(MemberDeclarationSyntax member, bool isStatic) => member switch
    {
        ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic => [constructor],
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } when !isStatic =>
            accessors.Accessors.Where(
                static accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration) && (accessor.Body is not null || accessor.ExpressionBody is not null)),
        _ => [],
    };

    private static ExpressionSyntax? OnlyReturn(BlockSyntax? body) =>
        body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null;

    private static bool Names(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };

    /// <summary>Whether a name stands where it could be written to. A local of the same name only makes the answer more careful.</summary>
    private static bool IsWritten(IdentifierNameSyntax identifier)
    {
        ExpressionSyntax target = identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier ? access : identifier;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax => true,
            _ => false,
        };
    }

    private IOperation? OnlyValue(ISymbol member, EqualsValueClauseSyntax? initializer, CancellationToken cancellation)
    {
        SyntaxNode[] initializing = member.ContainingType.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members.SelectMany(inner => Initializing(inner, member.IsStatic)))
            .ToArray();
        IdentifierNameSyntax[] writes = initializing
            .SelectMany(static body => body.DescendantNodes().OfType<IdentifierNameSyntax>())
            .Where(identifier => identifier.Identifier.ValueText == member.Name && IsWritten(identifier))
            .ToArray();
        // A structure that no constructor made has default values, whatever its initializers say.
        if (member is { IsStatic: false, ContainingType.TypeKind: TypeKind.Struct })
        {
            return null;
        }

        if (initializer is not null)
        {
            return writes.Length == 0 ? Operation(initializer, cancellation) : null;
        }

        if (initializing.Count(static body => body is ConstructorDeclarationSyntax) != 1
            || writes.Length != 1
            || writes[0].FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null)
        {
            return null;
        }

        if (writes[0].FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment)
        {
            return null;
        }

        return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && Names(assignment.Left, member.Name)
            ? Operation(assignment.Right, cancellation)
            : null;
    }

    private IOperation? Operation(SyntaxNode value, CancellationToken cancellation)
    {
        // The initializer can stand in another file than the code under analysis, whose model does not know it. Only readonly members that reach a marked
        // place get here, so the cost that the rule warns of stays small.
#pragma warning disable RS1030
        SemanticModel semantics = compilation.GetSemanticModel(value.SyntaxTree);
#pragma warning restore RS1030
        IOperation? operation = semantics.GetOperation(value, cancellation);
        return operation is Microsoft.CodeAnalysis.Operations.ISymbolInitializerOperation initializer ? initializer.Value : operation;
    }
}
