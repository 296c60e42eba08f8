using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0217: a method of a network is awaited.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AwaitedCallAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Awaited;
}
