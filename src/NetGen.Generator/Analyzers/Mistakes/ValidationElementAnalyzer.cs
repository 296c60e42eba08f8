using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Mistakes;

/// <summary>NETGEN0219: the validation set has another element type than the training set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValidationElementAnalyzer : MistakeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => MistakeRules.Validation;
}
