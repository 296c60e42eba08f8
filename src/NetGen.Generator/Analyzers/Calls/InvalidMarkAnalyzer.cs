using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers.Parameters;
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
                return;
            start.RegisterSymbolAction(
                static context => Check(context.Symbol, context.ReportDiagnostic, context.CancellationToken),
                SymbolKind.Field,
                SymbolKind.Property,
                SymbolKind.Method,
                SymbolKind.Parameter);

            // Functions within a method are no symbols of their own to the compiler's walk.
            start.RegisterOperationAction(AnalyzeFunction, OperationKind.LocalFunction, OperationKind.AnonymousFunction);
        });
    }

    private static void AnalyzeFunction(OperationAnalysisContext context)
    {
        IMethodSymbol function = context.Operation is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)context.Operation).Symbol;
        foreach (ISymbol symbol in function.Parameters.Prepend<ISymbol>(function))
            Check(symbol, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void Check(ISymbol symbol, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = ShapeMarks.ValueAttributes(symbol);
        if (attributes.IsEmpty || MemberForm.TypeOf(symbol) is not { } type)
            return;
        foreach (AttributeData attribute in attributes)
        {
            bool isExamples = KnownAttributes.Is(attribute, ShapeMarks.Examples);
            if ((!isExamples && !KnownAttributes.Is(attribute, ShapeMarks.Shape)) || ShapeMarks.Numbers(attribute) is not { } sizes)
                continue;
            if (WhyNot(sizes, isExamples, type) is { } reason && MarkedMember.Syntax(attribute, cancellationToken) is { } syntax)
                report(Diagnostic.Create(CallRules.InvalidMark, syntax.GetLocation(), Name(symbol), Stated(sizes, isExamples), reason));
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
                return "a size must be at least 1";
        }

        if (type is IArrayTypeSymbol { Rank: > 2 } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { SpecialType: SpecialType.System_Void })
            return $"it is {MemberForm.Describe(type)}: only lists and matrices have shapes";
        if (type is IArrayTypeSymbol { Rank: 2 } && sizes.Length == 1 && !isExamples)
            return $"it is {MemberForm.Describe(type)}: state its rows and its columns";
        return null;
    }
}
