using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0211: an optimizer is not passed by reference.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptimizerByRefAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.OptimizerByRef;
}
