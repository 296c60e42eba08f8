using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Surface.Tables;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>A finished call of a method that networks or data sets offer, which the compiler does not accept.</summary>
internal sealed class RefusedCall
{
    // Whatever is called otherwise costs one look into this table.
    private static readonly HashSet<string> Names =
    [
        .. SurfaceCalls.MethodsOfValues,
        RuntimeNames.CopyFrom, RuntimeNames.FromRows, RuntimeNames.FromColumns, RuntimeNames.FromArrays, RuntimeNames.Apply, RuntimeNames.Undo,
    ];

    private RefusedCall(
        InvocationExpressionSyntax syntax,
        SimpleNameSyntax name,
        CallOwner owner,
        ImmutableArray<IMethodSymbol> methods,
        ImmutableArray<CallArgument> arguments,
        SemanticModel semantics)
    {
        Syntax = syntax;
        NameSyntax = name;
        Owner = owner;
        Methods = methods;
        Arguments = arguments;
        Semantics = semantics;
        Nearest = methods.Select(method => CallAlignment.Of(method, arguments, semantics)).OrderBy(static alignment => alignment.Distance).First();
    }

    /// <summary>The call.</summary>
    public InvocationExpressionSyntax Syntax { get; }

    /// <summary>The name of the called method, where it is written.</summary>
    public SimpleNameSyntax NameSyntax { get; }

    /// <summary>The name of the called method.</summary>
    public string Name => NameSyntax.Identifier.ValueText;

    /// <summary>Whose method it is.</summary>
    public CallOwner Owner { get; }

    /// <summary>The methods of that name that the owner offers.</summary>
    public ImmutableArray<IMethodSymbol> Methods { get; }

    /// <summary>The arguments in the order of the source.</summary>
    public ImmutableArray<CallArgument> Arguments { get; }

    /// <summary>The arguments beside the parameters of the method that they fit best.</summary>
    public CallAlignment Nearest { get; }

    /// <summary>What the file means.</summary>
    public SemanticModel Semantics { get; }

    /// <summary>Whether the method takes labels as class indices, too.</summary>
    public bool TakesClasses => Methods.Any(static method => method.Parameters.Any(IsClasses));

    /// <summary>The int type of C#, of which class indices are.</summary>
    public ITypeSymbol ClassElement => Semantics.Compilation.GetSpecialType(SpecialType.System_Int32);

    /// <summary>Whether a parameter takes class indices.</summary>
    public static bool IsClasses(IParameterSymbol parameter) =>
        ValueForm.Of(parameter.Type) is { IsValues: true, Element.SpecialType: SpecialType.System_Int32 };

    /// <summary>In which form a method takes its first parameter.</summary>
    public static ValueForm FirstForm(IMethodSymbol method) => method.Parameters is [var first, ..] ? ValueForm.Of(first.Type) : default;

    /// <summary>The name that an invocation calls, if it can be of interest at all.</summary>
    public static SimpleNameSyntax? NameOf(InvocationExpressionSyntax syntax)
    {
        SimpleNameSyntax? name = syntax.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is not null && Names.Contains(name.Identifier.ValueText) ? name : null;
    }

    /// <summary>Reads a call; null when the compiler accepts it, when it is not finished, or when it is not of a network.</summary>
    public static RefusedCall? Read(
        InvocationExpressionSyntax syntax, SimpleNameSyntax name, SemanticModel semantics, ShapeModel model, CancellationToken cancellation)
    {
        // A call that is being typed is none yet.
        if (syntax.ArgumentList.ContainsDiagnostics)
        {
            return null;
        }

        if (semantics.GetSymbolInfo(syntax, cancellation).CandidateReason != CandidateReason.OverloadResolutionFailure)
        {
            return null;
        }

        ImmutableArray<IMethodSymbol> group = [.. semantics.GetMemberGroup(syntax.Expression, cancellation).OfType<IMethodSymbol>()];
        var owned = group
            .Select(method => (Method: method, Owner: CallOwner.Of(method, model, cancellation)))
            .Where(static pair => pair.Owner is not null)
            .ToArray();
        if (owned.Length == 0)
        {
            return null;
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        foreach (ArgumentSyntax argument in syntax.ArgumentList.Arguments)
        {
            ITypeSymbol? type = semantics.GetTypeInfo(argument.Expression, cancellation).Type;
            // What the compiler does not know, it speaks of itself.
            if (type is not null && MemberForm.IsUnresolved(type))
            {
                return null;
            }

            arguments.Add(new CallArgument(argument, type));
        }

        var call = new RefusedCall(syntax, name, owned[0].Owner!, [.. owned.Select(static pair => pair.Method)], arguments.ToImmutable(), semantics);
        // Another method of that name, of the user's own, may be the one that is meant.
        bool isOfUser = group
            .Except<IMethodSymbol>(call.Methods, SymbolEqualityComparer.Default)
            .Any(other => CallAlignment.Of(other, call.Arguments, semantics).Distance <= call.Nearest.Distance);
        return isOfUser ? null : call;
    }
}
