using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports cross-entropy of an output that is not softmax.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CrossEntropyWithoutSoftmaxAnalyzer() : DeclarationAnalyzer(ProblemKind.CrossEntropyWithoutSoftmax, DeclarationRules.CrossEntropyWithoutSoftmax);
