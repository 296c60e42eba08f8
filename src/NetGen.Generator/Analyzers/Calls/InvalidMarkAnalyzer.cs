using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Calls;

/// <summary>NETGEN0209: a shape is stated that no value has, or that a value of the marked type cannot have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidMarkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CallRules.InvalidMark];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ShapeModel.For(start.Compilation) is null)
            {
                return;
            }
            // Attributes are few beside the members that could carry one.
            start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is not INamedTypeSymbol { Name: ShapeMarks.Shape or ShapeMarks.Examples })
        {
            return;
        }

        foreach (ISymbol symbol in Marked(context.SemanticModel, syntax.Parent?.Parent, context.CancellationToken))
        {
            foreach (AttributeData attribute in ShapeMarks.ValueAttributes(symbol))
            {
                if (attribute.ApplicationSyntaxReference is { } place && place.Span == syntax.Span && place.SyntaxTree == syntax.SyntaxTree)
                {
                    Check(context, symbol, attribute, syntax);
                }
            }
        }
    }

    /// <summary>
    /// The symbols that an attribute of a declaration can be about: what is declared, and what the compiler makes of it, such as the field behind a property.
    /// </summary>
    private static IEnumerable<ISymbol> Marked(SemanticModel semantics, SyntaxNode? declaration, CancellationToken cancellation)
    {
        ISymbol? declared = declaration switch
        {
            null => null,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => semantics.GetDeclaredSymbol(variable, cancellation),
            AnonymousFunctionExpressionSyntax => semantics.GetSymbolInfo(declaration, cancellation).Symbol,
            _ => semantics.GetDeclaredSymbol(declaration, cancellation),
        };
        return declared switch
        {
            null => [],
            IPropertySymbol property => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
                .Where(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                .Prepend<ISymbol>(property),
            IParameterSymbol { ContainingType: { IsRecord: true } record } parameter => record.GetMembers(parameter.Name).Prepend(parameter),
            _ => [declared],
        };
    }

    private static void Check(SyntaxNodeAnalysisContext context, ISymbol symbol, AttributeData attribute, AttributeSyntax syntax)
    {
        bool isExamples = KnownAttributes.Is(attribute, ShapeMarks.Examples);
        if ((!isExamples && !KnownAttributes.Is(attribute, ShapeMarks.Shape))
            || MemberForm.TypeOf(symbol) is not { } type
            || ShapeMarks.Numbers(attribute) is not { } sizes)
        {
            return;
        }

        if (WhyNot(sizes, isExamples, type) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(CallRules.InvalidMark, syntax.GetLocation(), Name(symbol), Stated(sizes, isExamples), reason));
        }
    }

    private static string Name(ISymbol symbol) => symbol.Name.Length == 0 ? "The value" : symbol.Name;

    private static string Stated(ImmutableArray<int> sizes, bool isExamples) => sizes switch
    {
        [var rows, var columns] => SizeText.Matrix(rows, columns),
        [var size, ..] => isExamples ? "examples of " + SizeText.Count(size, "value") : SizeText.Count(size, "value"),
        _ => "nothing",
    };

    private static string? WhyNot(ImmutableArray<int> sizes, bool isExamples, ITypeSymbol type)
    {
        foreach (int size in sizes)
        {
            if (size < 1)
            {
                return "a size must be at least 1";
            }
        }

        if (type is IArrayTypeSymbol { Rank: > 2 }
            or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String }
            or { SpecialType: SpecialType.System_Void })
        {
            return $"it is {MemberForm.Describe(type)}: only lists and matrices have shapes";
        }

        if (type is IArrayTypeSymbol { Rank: 2 } && sizes.Length == 1 && !isExamples)
        {
            return $"it is {MemberForm.Describe(type)}: state its rows and its columns";
        }

        return null;
    }
}
