using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports softmax in a hidden layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenSoftmaxAnalyzer() : DeclarationAnalyzer(ProblemKind.HiddenSoftmax, DeclarationRules.HiddenSoftmax);
