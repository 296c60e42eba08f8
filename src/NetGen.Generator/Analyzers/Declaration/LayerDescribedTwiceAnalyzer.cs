using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports two Layer attributes for the same layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerDescribedTwiceAnalyzer() : DeclarationAnalyzer(ProblemKind.LayerDescribedTwice, DeclarationRules.LayerDescribedTwice);
