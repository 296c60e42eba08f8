using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a network that is static, abstract, a record, no class at all, local to its file, or derived from another network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotAnOrdinaryClassAnalyzer() : DeclarationAnalyzer(ProblemKind.NotAnOrdinaryClass, DeclarationRules.NotAnOrdinaryClass);
