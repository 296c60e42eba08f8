using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a network class that is generic or nested in a generic type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GenericAnalyzer() : DeclarationAnalyzer(ProblemKind.Generic, DeclarationRules.Generic);
