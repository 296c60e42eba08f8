using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0212: an argument has another element type than the network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ElementArgumentAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Element;
}
