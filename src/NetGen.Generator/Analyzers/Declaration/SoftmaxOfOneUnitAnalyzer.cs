using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports softmax of a single unit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxOfOneUnitAnalyzer() : DeclarationAnalyzer(ProblemKind.SoftmaxOfOneUnit, DeclarationRules.SoftmaxOfOneUnit);
