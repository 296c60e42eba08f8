using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a number cast to an enum that does not define it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndefinedValueAnalyzer() : DeclarationAnalyzer(ProblemKind.UndefinedValue, DeclarationRules.UndefinedValue);
