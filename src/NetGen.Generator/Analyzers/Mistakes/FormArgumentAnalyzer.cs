using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0213: an argument holds its numbers in a form that the method does not take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormArgumentAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Form;
}
