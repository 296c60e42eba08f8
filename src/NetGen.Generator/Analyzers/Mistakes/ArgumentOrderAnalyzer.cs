using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0214: the right arguments stand in another order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentOrderAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Order;
}
