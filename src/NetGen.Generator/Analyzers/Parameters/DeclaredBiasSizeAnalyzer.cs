using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers.Shapes;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Analyzers.Parameters;

/// <summary>NETGEN0102: a declared bias does not have one value for each unit of its layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredBiasSizeAnalyzer : DeclaredSizeAnalyzer
{
    private protected override DiagnosticDescriptor Rule => ParameterRules.BiasSize;

    private protected override bool IsBias => true;

    private protected override object[] Arguments(string name, string has, Shape actual, NetworkFacts network, NetworkParameter bias) =>
        [name, has, bias.Layer.Name, network.Name, LayerText.Units(bias), LayerText.Must(bias, actual)];
}
