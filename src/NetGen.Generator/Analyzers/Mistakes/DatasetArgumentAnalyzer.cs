using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0210: arrays are passed where a network takes a dataset.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DatasetArgumentAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.DatasetArgument;
}
