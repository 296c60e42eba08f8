using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports squared or absolute error of a softmax output.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxWithoutCrossEntropyAnalyzer() : DeclarationAnalyzer(ProblemKind.SoftmaxWithoutCrossEntropy, DeclarationRules.SoftmaxWithoutCrossEntropy);
