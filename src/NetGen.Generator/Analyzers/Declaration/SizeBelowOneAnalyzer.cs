using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a number of inputs or units below 1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SizeBelowOneAnalyzer() : DeclarationAnalyzer(ProblemKind.SizeBelowOne, DeclarationRules.SizeBelowOne);
