using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports two declarations on one class, or on parts of one class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredTwiceAnalyzer() : DeclarationAnalyzer(ProblemKind.DeclaredTwice, DeclarationRules.DeclaredTwice);
