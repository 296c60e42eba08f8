using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a declaration with fewer than two sizes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TooFewSizesAnalyzer() : DeclarationAnalyzer(ProblemKind.TooFewSizes, DeclarationRules.TooFewSizes);
