using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports zero initial weights in a network with a hidden layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZeroWeightsAnalyzer() : DeclarationAnalyzer(ProblemKind.ZeroWeights, DeclarationRules.ZeroWeights);
