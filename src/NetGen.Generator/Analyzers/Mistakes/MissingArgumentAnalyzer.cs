using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0215: a call leaves out what no default can stand for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingArgumentAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.MissingArgument;
}
