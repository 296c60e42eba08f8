using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0218: a dataset is not made by a factory of its element type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DatasetFactoryAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Factory;

    private protected override ImmutableArray<SyntaxKind> Kinds => [SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression];
}
