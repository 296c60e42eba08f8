using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports binary cross-entropy of an output that is not sigmoid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BinaryCrossEntropyWithoutSigmoidAnalyzer() : DeclarationAnalyzer(ProblemKind.BinaryCrossEntropyWithoutSigmoid, DeclarationRules.BinaryCrossEntropyWithoutSigmoid);
