using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a Layer attribute on a class without Layers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerWithoutLayersAnalyzer() : DeclarationAnalyzer(ProblemKind.LayerWithoutLayers, DeclarationRules.LayerWithoutLayers);
