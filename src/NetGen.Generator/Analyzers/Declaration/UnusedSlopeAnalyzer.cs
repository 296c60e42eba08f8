using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a slope for a layer whose activation has none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedSlopeAnalyzer() : DeclarationAnalyzer(ProblemKind.UnusedSlope, DeclarationRules.UnusedSlope);
