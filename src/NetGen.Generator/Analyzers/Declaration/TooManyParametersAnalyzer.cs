using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports more parameters than one array can hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TooManyParametersAnalyzer() : DeclarationAnalyzer(ProblemKind.TooManyParameters, DeclarationRules.TooManyParameters);
