using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a slope of leaky ReLU that is negative, infinite or not a number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidSlopeAnalyzer() : DeclarationAnalyzer(ProblemKind.InvalidSlope, DeclarationRules.InvalidSlope);
