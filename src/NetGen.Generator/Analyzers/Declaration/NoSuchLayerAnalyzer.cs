using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzers.Declaration;

/// <summary>Reports a Layer attribute for a layer that the network does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoSuchLayerAnalyzer() : DeclarationAnalyzer(ProblemKind.NoSuchLayer, DeclarationRules.NoSuchLayer);
